import { z } from 'zod';
import type { StoredMessage } from '../page/protocol.ts';
import type { ConnectorDeps, ConnectorReply } from './connector.ts';
import type { Address } from './conversations.ts';
import { badArgument, Refusal } from './refusal.ts';

/** The parts of what a bot sends that the sandbox's Teams shows. */
export type OutgoingActivity = z.infer<typeof OutgoingActivity>;
export const OutgoingActivity = z.object({
  type: z.string(),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        content: z.unknown().optional(),
        name: z.string().optional(),
      }),
    )
    .nullish(),
  suggestedActions: z
    .object({
      actions: z.array(
        z.object({ type: z.string(), title: z.string().optional(), value: z.unknown() }),
      ),
    })
    .nullish(),
});

/** "The message size limit is 100 KB, counted in UTF-16" (msteams-docs format-your-bot-messages.md). */
const largestMessage = 100 * 1024;

export function checkSize(body: unknown): void {
  if (JSON.stringify(body ?? {}).length * 2 > largestMessage) {
    throw new Refusal(413, 'MessageSizeTooBig', { message: 'Message size too large.' });
  }
}

/** Posts what the bot sends into a chat, a channel or a thread of it. */
export function postActivity(deps: ConnectorDeps, address: Address, body: unknown): ConnectorReply {
  checkSize(body);
  const activity = OutgoingActivity.safeParse(body);
  if (!activity.success) {
    throw badArgument('The activity could not be read.');
  }
  if (activity.data.type !== 'message') {
    if (activity.data.type === 'typing') {
      deps.live.send({ kind: 'typing', conversationId: address.conversation.id });
    }
    return { status: 202, body: {} };
  }
  return postMessage(deps, address, activity.data);
}

/** Teams splits text with a card into two messages and then names no id, so that such a card can never be updated. */
function postMessage(
  deps: ConnectorDeps,
  address: Address,
  activity: OutgoingActivity,
): ConnectorReply {
  const content = toContent(activity);
  if (content.text !== undefined && content.attachments.length > 0) {
    deps.messages.post({ ...placeOf(address), ...content, attachments: [] });
    deps.messages.post({ ...placeOf(address), ...content, text: undefined });
    return { status: 201, body: {} };
  }
  if (content.text === undefined && content.attachments.length === 0) {
    throw new Refusal(400, 'BadSyntax', {
      message: 'Activity must include text, attachments or a channel payload.',
    });
  }
  const message = deps.messages.post({ ...placeOf(address), ...content });
  return { status: 201, body: { id: message.id } };
}

type Place = Pick<StoredMessage, 'conversationId' | 'threadId' | 'from'>;

function placeOf({ conversation, threadId }: Address): Place {
  const place = { conversationId: conversation.id, from: { kind: 'bot' } } as const;
  return threadId === undefined ? place : { ...place, threadId };
}

type Content = Pick<StoredMessage, 'text' | 'summary' | 'attachments' | 'suggestedActions'>;

/** All fields are named, so that an update also takes away what is no longer there. */
export function toContent(activity: OutgoingActivity): Content {
  const suggested = activity.suggestedActions?.actions ?? [];
  return {
    text: activity.text ?? undefined,
    summary: activity.summary ?? undefined,
    attachments: (activity.attachments ?? []).map(({ contentType, content, name }) => ({
      contentType,
      content,
      name,
    })),
    suggestedActions: suggested.map(({ value, title }) =>
      typeof value === 'string' ? value : (title ?? ''),
    ),
  };
}
