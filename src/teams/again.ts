import type { RequestId } from '../domain/ids.ts';
import type { Duration } from '../domain/plan.ts';
import { isProblem } from '../domain/problem.ts';
import { groupIdOf, type Request } from '../domain/request.ts';
import type { CardAnswer } from './card-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { explain } from './cards/notices.ts';
import type { FormValues, FormView } from './cards/request-form.ts';
import type { ChatDeps } from './deps.ts';
import { newForm } from './forms.ts';
import { ownGroups } from './own-groups.ts';
import { sayPrivately } from './say-privately.ts';
import type { Turn } from './turn.ts';

type Reader = Pick<Turn, 'actor' | 'words'>;
type AgainDeps = Pick<ChatDeps, 'useCases' | 'titles' | 'newFormId'>;

/** A form that offers the person's favourites and the groups of their last requests with one click. */
export async function formWithRecent(
  deps: AgainDeps,
  reader: Reader,
  extra: Partial<FormView> = {},
): Promise<AdaptiveCard> {
  return newForm(deps, reader, { recent: await ownGroups(deps, reader), ...extra });
}

/** `again`: the form as that request had it, the last one where none is named; undefined where there is none yet. */
export async function formAsBefore(
  deps: AgainDeps,
  reader: Reader,
  id: RequestId | undefined,
): Promise<AdaptiveCard | undefined> {
  const request =
    id === undefined
      ? (await deps.useCases.listMine(reader.actor))[0]
      : await deps.useCases.find(reader.actor, id);
  return request && formLike(deps, reader, request);
}

/** The button: a new message, since the card that was clicked goes on telling of the old request. */
export async function answerAgain(deps: ChatDeps, turn: Turn, id: RequestId): Promise<CardAnswer> {
  const { chat, again } = turn.words;
  try {
    const form = await formAsBefore(deps, turn, id);
    const isSaid = form !== undefined && (await sayPrivately(deps, turn, form));
    return { kind: 'message', text: isSaid ? again.below : chat.addMeFirst };
  } catch (error) {
    if (isProblem(error)) {
      return { kind: 'message', text: explain(turn.words, error.code, id) };
    }
    throw error;
  }
}

function formLike(deps: AgainDeps, reader: Reader, request: Request): AdaptiveCard {
  const { beneficiary, group, plan, accessPackage } = request;
  const titles = new Map<string, string>([
    [reader.actor.id, reader.actor.displayName],
    [beneficiary.id, beneficiary.displayName],
  ]);
  const groupId = groupIdOf(request);
  if (groupId !== undefined) {
    titles.set(groupId, plan.group.displayName);
  }
  if (accessPackage.kind === 'existing') {
    titles.set(accessPackage.id, accessPackage.displayName);
  }
  const named = group.kind === 'new' ? { newGroupName: group.displayName } : {};
  return newForm(deps, reader, {
    hint: reader.words.again.hint(request.id),
    titles: new Map([...deps.titles.known(reader.words.language), ...titles]),
    values: {
      ...(beneficiary.id === reader.actor.id ? {} : { person: beneficiary.id }),
      ...(groupId === undefined ? named : { group: groupId }),
      ...restOf(request),
    },
  });
}

function restOf({ accessPackage, reason, duration }: Request): FormValues {
  return {
    reason,
    ...(accessPackage.kind === 'existing' ? { accessPackage: accessPackage.id } : {}),
    ...(duration.kind === 'hours' ? {} : { duration: valueOf(duration) }),
  };
}

/** As the form's field says it. */
function valueOf(duration: Exclude<Duration, { readonly kind: 'hours' }>): string {
  return duration.kind === 'days' ? `${duration.days}` : 'none';
}
