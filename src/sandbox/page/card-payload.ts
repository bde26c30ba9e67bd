/** A card as JSON. */
export type CardPayload = Readonly<Record<string, unknown>>;

export function isCard(content: unknown): content is CardPayload {
  return isRecord(content) && content['type'] === 'AdaptiveCard';
}

/**
 * Teams refreshes a card for the people `refresh.userIds` names, and for everybody in a small conversation where it
 * names nobody; all others must not see the refresh at all.
 */
export function cardFor(payload: CardPayload, teamsId: string): CardPayload {
  return refreshesFor(payload, teamsId) ? toRenderable(payload) : withoutRefresh(payload);
}

/** A card that an invoke returned is fresh: Teams asks again after a minute at the earliest. */
export function withoutRefresh(payload: CardPayload): CardPayload {
  const { refresh: _, ...rest } = payload;
  return toRenderable(rest);
}

export interface RefreshAction {
  readonly id?: string;
  readonly verb?: string;
  readonly data: CardPayload;
}

/** What "Refresh card" of the message menu sends; `undefined` when the card cannot be refreshed. */
export function findRefresh(payload: CardPayload): RefreshAction | undefined {
  const { refresh } = payload;
  if (!isRecord(refresh) || !isRecord(refresh['action'])) {
    return undefined;
  }
  const { id, verb, data } = refresh['action'];
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof verb === 'string' ? { verb } : {}),
    data: isRecord(data) ? data : {},
  };
}

function refreshesFor(payload: CardPayload, teamsId: string): boolean {
  const { refresh } = payload;
  if (!isRecord(refresh)) {
    return false;
  }
  const { userIds } = refresh;
  return !Array.isArray(userIds) || userIds.includes(teamsId);
}

/** The renderer reads `choices.data` from version 1.6 on, Teams in 1.5 already. */
function toRenderable(payload: CardPayload): CardPayload {
  return payload['version'] === '1.5' ? { ...payload, version: '1.6' } : payload;
}

function isRecord(value: unknown): value is CardPayload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the card asks Teams for the whole width of the chat. */
export function isFullWidth(payload: CardPayload): boolean {
  return JSON.stringify(payload['msteams'] ?? {})
    .toLowerCase()
    .includes('"width":"full"');
}

/** A Submit whose data says `imBack` speaks for the person instead of sending a value. */
export function findImBack(data: Readonly<Record<string, unknown>>): string | undefined {
  const teams = data['msteams'];
  if (typeof teams !== 'object' || teams === null || !('type' in teams) || !('value' in teams)) {
    return undefined;
  }
  return teams.type === 'imBack' && typeof teams.value === 'string' ? teams.value : undefined;
}
