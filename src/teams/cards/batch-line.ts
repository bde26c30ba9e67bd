import type { BatchSummary } from '../../domain/batch-view.ts';
import type { Words } from '../words/words.ts';
import { summaryText } from './batch-words.ts';
import { type Container, execute, text } from './elements.ts';
import { openingLine } from './opening-line.ts';
import { moment } from './when.ts';

/** A list among somebody's requests; it opens the list. */
export function batchLine(words: Words, summary: BatchSummary): Container {
  const { bulk } = words;
  const { id, rows, createdAt } = summary.batch;
  const open = words.list.open(id);
  const data = { batchId: id, page: 0, seenAt: createdAt.getTime() };
  return openingLine(execute(open, 'list-view', { data }), [
    text(bulk.heading(id), { weight: 'bolder' }),
    text(words.list.line(bulk.lineCount(rows.length), summaryText(words, summary)), {
      spacing: 'none',
    }),
    text(moment(createdAt), { size: 'small', isSubtle: true, spacing: 'none' }),
  ]);
}
