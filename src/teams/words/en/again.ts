/** Asking once more for what was asked for before. */
export const again = {
  below: 'The form is in our private chat, filled in as before.',
  hint: (id: string) =>
    `Filled in as ${id} was. Change what has changed; an approver decides anew.`,
  none: 'You have asked for nothing yet. Type "request" to begin.',
} as const;
