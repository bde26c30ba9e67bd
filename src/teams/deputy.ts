import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Notice } from '../domain/notice.ts';
import { isProblem } from '../domain/problem.ts';
import type { CardAnswer } from './card-actions.ts';
import { type DeputyEntries, type DeputyView, deputyCard } from './cards/deputy-card.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { explain } from './cards/notices.ts';
import type { ChatDeps } from './deps.ts';
import { tellKept, toldByNow } from './tell-notice.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

const Text = z
  .string()
  .trim()
  .max(320)
  .transform((text) => (text === '' ? undefined : text))
  .optional()
  .catch(undefined);

const Entries = z.object({ deputy: Text, deputyName: Text, from: Text, until: Text });

/** A button of the deputy card. */
export interface DeputyAction {
  readonly verb: (typeof deputyVerbs)[number];
  readonly data?: unknown;
}

export const deputyVerbs = ['name-deputy', 'end-deputy'] as const;

/** The answer to the command: who decides for the reader, and the form. */
export async function showDeputies(
  deps: ChatDeps,
  turn: Turn,
  extra: Pick<DeputyView, 'notice' | 'entered'> = {},
): Promise<AdaptiveCard> {
  const { words, actor } = turn;
  const { given, received } = await deps.useCases.listDelegations(actor);
  const now = deps.clock.now();
  return deputyCard({
    words,
    given: given.filter(({ until }) => until > now),
    received: received.filter(({ until }) => until > now),
    today: dateOf(now, turn),
    titles: deps.titles.known(words.language),
    ...extra,
  });
}

export async function answerDeputy(
  deps: ChatDeps,
  turn: Turn,
  { verb, data }: DeputyAction,
): Promise<CardAnswer> {
  if (!turn.isPersonal) {
    return { kind: 'message', text: turn.words.chat.onlyPrivately };
  }
  const entered = Entries.safeParse(data).data ?? {};
  try {
    const extra = verb === 'end-deputy' ? await end(deps, turn) : await name(deps, turn, entered);
    return { kind: 'card', card: await showDeputies(deps, turn, extra), isForm: true };
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    const { code, detail } = error;
    deps.log.info({ code }, 'a deputy was not named');
    const text = explain(turn.words, code, code === 'input-not-valid' ? detail : nameIn(entered));
    const notice = { style: 'attention', text } as const;
    return {
      kind: 'card',
      card: await showDeputies(deps, turn, { notice, entered }),
      isForm: true,
    };
  }
}

type Outcome = Pick<DeputyView, 'notice' | 'entered'>;

async function name(deps: ChatDeps, turn: Turn, entered: DeputyEntries): Promise<Outcome> {
  const { words, actor } = turn;
  const period = periodOf(entered, turn);
  const deputy = entered.deputy ?? entered.deputyName;
  const complaint = complaintOf(words, entered);
  if (complaint !== undefined || deputy === undefined || period === undefined) {
    const text = complaint ?? words.deputy.noDays;
    return { notice: { style: 'attention', text }, entered };
  }
  const wish = { deputy, ...period };
  const { delegation, replaced, notices } = await deps.useCases.delegate(actor, wish);
  const untold = await tellAll(deps, turn, notices);
  const isTold = untold.every(({ recipient }) => recipient.id !== delegation.deputy.id);
  const gone = replaced.filter((each) => each.deputy.id !== delegation.deputy.id);
  const outcome = isTold ? words.deputy.named : words.deputy.namedUnreachable;
  const text = [
    outcome(said(delegation.deputy.displayName)),
    ...(isTold || deps.appLink === undefined
      ? []
      : [words.notices.passOn(`[${deps.appLink}](${deps.appLink})`)]),
    ...gone.map((before) => words.deputy.replaced(said(before.deputy.displayName))),
  ].join(' ');
  return { notice: { style: isTold ? 'good' : 'warning', text } };
}

async function end(deps: ChatDeps, turn: Turn): Promise<Outcome> {
  await tellAll(deps, turn, await deps.useCases.endDelegation(turn.actor));
  return { notice: { style: 'good', text: turn.words.deputy.ended } };
}

function complaintOf(
  { deputy: { noPerson, twoPeople } }: Words,
  { deputy, deputyName }: DeputyEntries,
): string | undefined {
  if (deputy !== undefined && deputyName !== undefined) {
    return twoPeople;
  }
  return deputy === undefined && deputyName === undefined ? noPerson : undefined;
}

function nameIn({ deputy, deputyName }: DeputyEntries): string {
  return deputyName ?? deputy ?? '';
}

const Day = z.iso.date();

/** From the beginning of the first day to the end of the last one, where the approver is. */
function periodOf(
  { from, until }: DeputyEntries,
  turn: Turn,
): { readonly from: Date; readonly until: Date; readonly zone: string } | undefined {
  const [first, last] = [Day.safeParse(from), Day.safeParse(until)];
  if (!first.success || !last.success) {
    return undefined;
  }
  const zone = zoneOf(turn);
  const begin = Temporal.PlainDate.from(first.data).toZonedDateTime(zone);
  const after = Temporal.PlainDate.from(last.data).add({ days: 1 }).toZonedDateTime(zone);
  return {
    from: new Date(begin.epochMilliseconds),
    until: new Date(after.epochMilliseconds),
    zone,
  };
}

function dateOf(moment: Date, turn: Turn): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zoneOf(turn))
    .toPlainDate()
    .toString();
}

/** What Teams tells may be a zone that this program does not know. */
function zoneOf({ timeZone = 'UTC' }: Pick<Turn, 'timeZone'>): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Those who could not be told by now; what was changed holds all the same. */
async function tellAll(
  deps: ChatDeps,
  turn: Turn,
  notices: readonly Notice[],
): Promise<readonly Notice[]> {
  const delivery = deps.deliveryFrom(turn.address.serviceUrl);
  const untold: Notice[] = [];
  for (const notice of notices) {
    if (!(await toldByNow(deps.log, notice, tellKept({ ...deps, delivery }, notice)))) {
      untold.push(notice);
    }
  }
  return untold;
}
