import assert from 'node:assert/strict';
import type { SandboxTeams, StoredMessage } from '../../src/sandbox/teams/server.ts';
import { type CardAnswer, Chatter, cardOf } from './chat.ts';

export interface Asked {
  readonly rita: Chatter;
  readonly message: StoredMessage;
  readonly answer: CardAnswer;
  /** Such as WB-7K3F2Q9X. */
  readonly id: string;
}

let typing: Promise<unknown> = Promise.resolve();

/** A person types one thing after another, so that the newest form is the one just asked for. */
async function oneAfterAnother<T>(type: () => Promise<T>): Promise<T> {
  const turn = typing.then(type, type);
  typing = turn;
  return turn;
}

/** Rita types "request" and sends the form for a new group. */
export async function askInChat(
  teams: SandboxTeams,
  inputs: Readonly<Record<string, unknown>> = {},
): Promise<Asked> {
  const rita = new Chatter(teams, 'rita');
  const message = await oneAfterAnother(async () => {
    await rita.say('request');
    return rita.findCard(/Send request/);
  });
  const answer = await rita.click(
    message,
    { card: cardOf(message) },
    {
      title: /Send request/,
      inputs: { newGroupName: 'Treasury Payments', reason: 'Month-end closing', ...inputs },
    },
  );
  const id = /WB-[0-9A-Z]{8}/.exec(answer.text)?.[0];
  assert.ok(id, `no request was made: ${answer.text}`);
  return { rita, message, answer, id };
}

/** Ada's card, as she sees it when it comes into sight. */
export async function openApproval(
  teams: SandboxTeams,
  id: string,
  key = 'ada',
): Promise<{
  readonly approver: Chatter;
  readonly message: StoredMessage;
  readonly view: CardAnswer;
}> {
  const approver = new Chatter(teams, key);
  const message = await approver.findCard(id);
  return { approver, message, view: await approver.view(message) };
}
