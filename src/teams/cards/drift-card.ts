import { driftSubject } from '../../domain/drift-finding.ts';
import type { DriftRow } from '../../domain/drift-store.ts';
import type { Words } from '../words/words.ts';
import {
  type AdaptiveCard,
  type Container,
  card,
  type Element,
  heading,
  section,
  text,
} from './elements.ts';
import { said } from './escape.ts';
import { moment } from './when.ts';

/** So many fit into the 28 KB of a message with room for long names. */
const most = 10;

/**
 * Where Active Directory is not as Entra says, by group, each with the command that mends it. `news` is told by
 * itself, `all` is asked for.
 */
export function driftCard(
  words: Words,
  occasion: 'news' | 'all',
  rows: readonly DriftRow[],
): AdaptiveCard {
  const own = words.drift;
  const shown = rows.slice(0, most);
  const hidden = rows.length - shown.length;
  const byGroup = Map.groupBy(shown, ({ groupId }) => groupId);
  return card(words, {
    fallbackText: rows.length === 0 ? own.none : own[occasion](rows.length),
    body: [
      heading(rows.length === 0 ? own.compared : own.title),
      ...(rows.length === 0
        ? [text(own.none)]
        : [
            text(own[occasion](rows.length)),
            text(own.promise, { isSubtle: true, spacing: 'small' }),
          ]),
      ...[...byGroup.values()].map((findings) => groupSection(words, findings)),
      ...(hidden === 0 ? [] : [text(own.more(hidden), { isSubtle: true, spacing: 'medium' })]),
    ],
  });
}

function groupSection(words: Words, rows: readonly DriftRow[]): Container {
  const name = rows[0]?.groupName ?? '';
  return section(
    said(name),
    rows.flatMap((row) => findingLines(words, row)),
  );
}

function findingLines(
  { drift }: Words,
  { finding, firstSeenAt, fix }: DriftRow,
): readonly Element[] {
  const what = drift.findings[finding.kind](said(driftSubject(finding), 300));
  return [
    text(what, { spacing: 'medium' }),
    text(drift.since(moment(firstSeenAt)), { size: 'small', isSubtle: true, spacing: 'none' }),
    text(drift.fix(drift.places[fix.runOn]), { size: 'small', spacing: 'small' }),
    text(said(fix.command, 700), { fontType: 'monospace', size: 'small', spacing: 'none' }),
  ];
}
