/** The dialog that starts a request from any chat, and what is said when an answer takes longer than Teams waits. */
export const dialog = {
  title: 'Request access',
  description: 'Ask for a group membership, for yourself or for somebody else',
  sent: 'Your request has been sent. Its card will come into our private chat.',
  listMade:
    'Your list is made, but nothing has been sent yet. Its card will come into our private chat: look through what I found there, and send it.',
  unknownCommand: 'I do not offer this. Choose "Request access" to ask for a group membership.',
  damaged: 'I could not read this form, so nothing was sent. Please close it and open it again.',
} as const;

export const slow = {
  stillWorking:
    'I am still working on this; it takes longer than usual. The result comes onto this card or into our private chat as soon as there is one. If nothing has come in a minute, click again: nothing is done twice.',
  stillSending:
    'I am still checking your request. Its card comes into our private chat; if something speaks against it, I tell you there.',
  outdated:
    'I could not bring this card up to date just now. Nothing is lost; choose Refresh to look again.',
  notCounted: (id: string, reason: string) =>
    `Your click on ${id} took a while and was not counted. ${reason}`,
  unheard: (person: string) =>
    `${person}, I have an answer for you, and cannot write to you privately yet. Add the Writeback app in Teams, then try again.`,
} as const;
