/** Asking once more for what was asked for before. */
export const again = {
  below: 'Das Formular ist in unserem privaten Chat, ausgefüllt wie zuvor.',
  hint: (id: string) =>
    `Ausgefüllt wie ${id}. Ändern Sie, was sich geändert hat; es wird neu entschieden.`,
  none: 'Sie haben noch nichts beantragt. Mit „antrag“ fangen Sie an.',
} as const;
