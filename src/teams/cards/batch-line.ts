import type { Batch } from '../../domain/batch.ts';
import type { Words } from '../words/words.ts';
import { type Container, execute, text } from './elements.ts';
import { openingLine } from './opening-line.ts';
import { moment } from './when.ts';

/** A list among somebody's requests; it opens the list. */
export function batchLine(words: Words, { id, rows, state, createdAt }: Batch): Container {
  const { bulk } = words;
  const open = words.list.open(id);
  const data = { batchId: id, page: 0, seenAt: createdAt.getTime() };
  return openingLine(execute(open, 'list-view', { data }), [
    text(bulk.heading(id), { weight: 'bolder' }),
    text(words.list.line(bulk.lineCount(rows.length), bulk.listStates[state]), {
      spacing: 'none',
    }),
    text(moment(createdAt), { size: 'small', isSubtle: true, spacing: 'none' }),
  ]);
}
