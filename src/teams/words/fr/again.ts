export const again = {
  below: 'Le formulaire est dans notre conversation privée, rempli comme la dernière fois.',
  hint: (id: string) =>
    `Rempli comme pour ${id}. Modifiez ce qui a changé ; un approbateur décidera à nouveau.`,
  none: 'Vous n’avez encore rien demandé. Tapez « demande » pour commencer.',
} as const;
