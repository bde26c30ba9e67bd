import type { BatchRow } from '../domain/batch.ts';
import type { BatchId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import type { CardAnswer } from './card-actions.ts';
import { batchForm } from './cards/batch-form.ts';
import { explain } from './cards/notices.ts';
import type { ChatDeps } from './deps.ts';
import { sayPrivately } from './say-privately.ts';
import type { Turn } from './turn.ts';

/** Leaves room on the card for everything else; a line of other letters has up to three bytes for each. */
const mostBytes = 15_000;

/**
 * The refused lines in a form of their own, in a new message: the card that was clicked goes on telling of its list,
 * and what is sent from the form becomes another one.
 */
export async function answerCorrect(deps: ChatDeps, turn: Turn, id: BatchId): Promise<CardAnswer> {
  const { bulk, chat } = turn.words;
  try {
    const rows = await deps.batches.refusedLines(turn.actor, id);
    if (rows.length === 0) {
      return { kind: 'message', text: bulk.noneToCorrect };
    }
    const isSaid = await sayPrivately(deps, turn, formWith(deps, turn, { id, rows }));
    return { kind: 'message', text: isSaid ? bulk.correctBelow : chat.addMeFirst };
  } catch (error) {
    if (isProblem(error)) {
      const { code } = error;
      const text = code === 'request-not-found' ? bulk.notFound(id) : explain(turn.words, code, id);
      return { kind: 'message', text };
    }
    throw error;
  }
}

function formWith(
  { newFormId }: ChatDeps,
  { words }: Turn,
  { id, rows }: { readonly id: BatchId; readonly rows: readonly BatchRow[] },
): ReturnType<typeof batchForm> {
  const lines = fitting(rows.map(lineOf));
  const { correcting, correctingSome } = words.bulk;
  return batchForm({
    words,
    formId: newFormId(),
    lines: lines.join('\n'),
    hint:
      lines.length === rows.length ? correcting(id) : correctingSome(id, lines.length, rows.length),
  });
}

function fitting(lines: readonly string[]): readonly string[] {
  let bytes = 0;
  return lines.filter((line) => {
    bytes += Buffer.byteLength(JSON.stringify(line));
    return bytes <= mostBytes;
  });
}

/** As it was typed; a list that named its columns, or came from the form for several people, in the usual order. */
function lineOf({ text, who, group, duration }: BatchRow): string {
  return text ?? [who, group, duration].map(cellOf).join('; ').replace(/; $/, '');
}

function cellOf(cell: string): string {
  return /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
