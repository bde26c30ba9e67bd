import type { Cause, Evidence } from '../../domain/cause.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { type ColumnSet, type Container, type Element, openUrl, row, text } from './elements.ts';
import { said } from './escape.ts';
import { moment } from './when.ts';

/** So many things that were seen explain one reason well enough. */
const mostSeen = 4;

/** One reason: what it is, what to do, who does it, and, unless `isPlain`, what was seen where and when. */
export function causeSection(
  words: Words,
  request: Request,
  { cause, isPlain = false }: { readonly cause: Cause; readonly isPlain?: boolean },
): Container {
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: [
      text(words.certainties[cause.certainty], { size: 'small', isSubtle: true }),
      text(causeWords(words, request, cause), { weight: 'bolder', spacing: 'none' }),
      ...remedyRows(words, cause),
      ...(isPlain ? [] : [seenRow(words, cause.evidence.slice(0, mostSeen))]),
      ...place(words, cause),
    ],
  };
}

/** The same without what was seen. */
export function causeSummary(words: Words, request: Request, cause: Cause): Container {
  return {
    type: 'Container',
    separator: true,
    spacing: 'small',
    items: [text(causeWords(words, request, cause)), ...remedyRows(words, cause)],
  };
}

export function causeWords(words: Words, request: Request, { code }: Cause): string {
  return words.causes[code]({
    person: said(request.beneficiary.displayName),
    group: said(request.plan.group.displayName),
  });
}

function remedyRows({ why, fixes, causeOwners }: Words, cause: Cause): readonly Element[] {
  const owner = cause.owner === 'nobody' ? [] : [row(why.owner, causeOwners[cause.owner], 'none')];
  return [row(why.fix, fixes[cause.fix]), ...owner];
}

function seenRow(words: Words, evidence: readonly Evidence[]): ColumnSet {
  return {
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      { type: 'Column', width: '92px', items: [text(words.why.seen, { isSubtle: true })] },
      {
        type: 'Column',
        width: 'stretch',
        items: evidence.flatMap((each, index) => seenLines(words, each, evidence[index - 1])),
      },
    ],
  };
}

/** The source is named where it changes. */
function seenLines(
  { why, sources }: Words,
  { source, what, seen, at }: Evidence,
  before: Evidence | undefined,
): readonly Element[] {
  const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(seen);
  const value = isMoment ? moment(new Date(seen)) : said(seen, 120);
  const where = text(why.seenIn(sources[source], moment(at)), {
    size: 'small',
    isSubtle: true,
    spacing: before === undefined ? 'none' : 'small',
  });
  return [
    ...(before?.source === source ? [] : [where]),
    text(why.evidence(said(what, 60), value), { spacing: 'none' }),
  ];
}

function place(words: Words, { deepLink }: Cause): readonly Element[] {
  return deepLink === undefined
    ? []
    : [{ type: 'ActionSet', actions: [openUrl(words.buttons.openInEntra, deepLink)] }];
}
