import { driftSubject } from '../../domain/drift-finding.ts';
import type { DriftReport, DriftRow } from '../../domain/drift-store.ts';
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

/** What is new in which Active Directory is not as Entra says, by group, each with the command that mends it. */
export function driftCard(words: Words, rows: readonly DriftRow[]): AdaptiveCard {
  const own = words.drift;
  return card(words, {
    fallbackText: own.news(rows.length),
    body: [heading(own.title), text(own.news(rows.length)), ...differences(words, rows)],
  });
}

/** All of it, for somebody who asks, and how far that can be trusted. */
export function driftReportCard(words: Words, report: DriftReport): AdaptiveCard {
  const own = words.drift;
  const { rows } = report;
  const [first = own.notYet, ...others] = [
    ...resultLines(words, report),
    ...watchLines(words, report),
  ];
  return card(words, {
    fallbackText: first,
    body: [
      heading(rows.length === 0 ? own.compared : own.title),
      text(first),
      ...others.map((line) => text(line, { isSubtle: true, spacing: 'small' })),
      ...differences(words, rows),
    ],
  });
}

/** That nothing was found is said only where something was looked at. */
function resultLines({ drift }: Words, { rows, lastLook }: DriftReport): readonly string[] {
  if (rows.length > 0) {
    return [drift.all(rows.length)];
  }
  if (lastLook === undefined) {
    return [];
  }
  return [lastLook.groups > lastLook.unread ? drift.none : drift.nothingCompared];
}

/** When somebody looked, at what, and why nobody does any more. */
function watchLines({ drift }: Words, { lastLook, watch }: DriftReport): readonly string[] {
  const look =
    lastLook === undefined
      ? []
      : [
          drift.lastLook(moment(lastLook.at), lastLook.groups),
          ...(lastLook.unread === 0 ? [] : [drift.unread(lastLook.unread)]),
        ];
  switch (watch) {
    case 'off':
      return [...look, drift.off];
    case 'impossible':
      return [...look, drift.impossible];
    case 'daily':
      return look;
  }
}

function differences(words: Words, rows: readonly DriftRow[]): readonly Element[] {
  const own = words.drift;
  if (rows.length === 0) {
    return [];
  }
  const hidden = rows.length - most;
  const byGroup = Map.groupBy(rows.slice(0, most), ({ groupId }) => groupId);
  return [
    text(own.promise, { isSubtle: true, spacing: 'small' }),
    ...[...byGroup.values()].map((findings) => groupSection(words, findings)),
    ...(hidden <= 0 ? [] : [text(own.more(hidden), { isSubtle: true, spacing: 'medium' })]),
  ];
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
