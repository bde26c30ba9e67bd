import {
  type Cause,
  type Evidence,
  EvidenceName,
  type ValueKind,
  valueKinds,
} from '../../domain/cause.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { deciderNames } from './approval-people.ts';
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
      ...remedyRows(words, request, cause),
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
    items: [text(causeWords(words, request, cause)), ...remedyRows(words, request, cause)],
  };
}

export function causeWords(words: Words, request: Request, { code }: Cause): string {
  return words.causes[code]({
    person: said(request.beneficiary.displayName),
    group: said(request.plan.group.displayName),
  });
}

function remedyRows(words: Words, request: Request, cause: Cause): readonly Element[] {
  const { why, fixes } = words;
  const owner =
    cause.owner === 'nobody' ? [] : [row(why.owner, ownerWords(words, request, cause), 'none')];
  return [row(why.fix, fixes[cause.fix]), ...owner];
}

/** Of a decision, the people by their names, as the request's card has them. */
function ownerWords(words: Words, request: Request, { code, owner }: Cause): string {
  const isTheirs = code === 'awaiting-decision' && request.state === 'awaiting-approval';
  return isTheirs && owner !== 'nobody' ? deciderNames(words, request) : words.causeOwners[owner];
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
  words: Words,
  { source, what, seen, at }: Evidence,
  before: Evidence | undefined,
): readonly Element[] {
  const { why, sources } = words;
  const line = why.evidence(nameWords(words, what), valueWords(words, what, seen));
  const where = text(why.seenIn(sources[source], moment(at)), {
    size: 'small',
    isSubtle: true,
    spacing: before === undefined ? 'none' : 'small',
  });
  return [...(before?.source === source ? [] : [where]), text(line, { spacing: 'none' })];
}

/** What a system itself calls by a name keeps it, so that an administrator finds it there. */
function nameWords({ evidence }: Words, what: string): string {
  const name = EvidenceName.safeParse(what);
  return name.success ? evidence.names[name.data] : said(what, 60);
}

function valueWords(words: Words, what: string, seen: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(seen)) {
    return moment(new Date(seen));
  }
  const known = new Map<string, string>(Object.entries(valuesFor(words, what)));
  return seen
    .split(', ')
    .map((each) => known.get(each) ?? said(each, 120))
    .join(', ');
}

/** The values that have words: those of the product itself, and that there was none. */
function valuesFor(words: Words, what: string): Readonly<Record<string, string>> {
  const { absent, none, ...others } = words.evidence.values;
  switch (kinds.get(what)) {
    case 'step':
      return { ...others, ...words.stepNames };
    case 'request-state':
      return { absent, none, ...words.listStates };
    case 'group-kind':
      return words.groupKinds;
    case 'engine':
      return { none, ...words.engines };
    case 'finding':
      return words.evidence.values;
    case undefined:
      return { absent, none };
  }
}

const kinds = new Map<string, ValueKind>(Object.entries(valueKinds));

function place(words: Words, { deepLink }: Cause): readonly Element[] {
  return deepLink === undefined
    ? []
    : [{ type: 'ActionSet', actions: [openUrl(words.buttons.openInEntra, deepLink)] }];
}
