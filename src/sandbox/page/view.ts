import type { ChatKind, PageChat, World } from './protocol.ts';

/** Which chat of which person the page shows; the address bar says it, so that each tab can be somebody else. */
export interface View {
  readonly as: string;
  readonly chat: string;
}

export function viewFromAddress(address: string, base?: string): View {
  const { searchParams } = new URL(address, base);
  return { as: searchParams.get('as') ?? 'rita', chat: searchParams.get('chat') ?? 'personal' };
}

export function addressOf(view: View): string {
  return `?as=${encodeURIComponent(view.as)}&chat=${encodeURIComponent(view.chat)}`;
}

/** The chat as the address names it. */
export function chatName(kind: ChatKind): string {
  return kind === 'groupChat' ? 'group' : kind;
}

/** The chat the view names, or the first one where this person has no such chat. */
export function chatOf(world: World, view: View): PageChat {
  const chat = world.chats.find(({ kind }) => chatName(kind) === view.chat) ?? world.chats[0];
  if (chat === undefined) {
    throw new Error('This person has no chats.');
  }
  return chat;
}
