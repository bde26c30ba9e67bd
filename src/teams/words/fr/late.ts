export const late = {
  since: (moment: string) => `Cela prend plus de temps que prévu, depuis le ${moment}.`,
  overdueSince: (moment: string) => `Le retard est important, depuis le ${moment}.`,
  expected: (moment: string) => `Preuve attendue vers le ${moment}.`,
  wasExpected: (moment: string) => `La preuve était attendue vers le ${moment}.`,
  titles: {
    late: (person: string, group: string) => `Plus tard que prévu : ${person} dans ${group}`,
    overdue: (person: string, group: string) => `En retard : ${person} dans ${group}`,
    arrived: (person: string, group: string) => `Finalement arrivé : ${person} dans ${group}`,
    attested: (person: string, group: string) =>
      `Finalement confirmé à la main : ${person} dans ${group}`,
    goneOn: (person: string, group: string) => `Cela avance : ${person} dans ${group}`,
    ended: (person: string, group: string) => `Plus en attente : ${person} dans ${group}`,
  },
  lateSince: (moment: string) => `L’arrivée était attendue le ${moment}.`,
  newer: 'Le retard est devenu important. Un message plus récent de ma part en donne les raisons.',
  arrivedAt: (moment: string) => `Active Directory montre l’appartenance, constatée le ${moment}.`,
  attestedAt: (who: string, moment: string) =>
    `${who} a confirmé l’appartenance dans Active Directory, le ${moment}.`,
  goneOn: 'Ce qui bloquait est résolu. La carte de la demande montre où elle en est.',
  ended: (state: string) => `État de la demande : ${state}.`,
  unexplained:
    'Je n’ai rien trouvé qui l’explique. Choisissez « Pourquoi pas encore ? » et je vérifie à nouveau.',
} as const;

export const stopped = {
  title: (person: string, group: string) => `Demande arrêtée : ${person} dans ${group}`,
  again: (person: string, group: string) => `Nouvel essai : ${person} dans ${group}`,
  mended: (person: string, group: string) => `Corrigé : ${person} dans ${group}`,
  againBody:
    'Quelqu’un a choisi « Réessayer ». Je vous préviens ici si la demande s’arrête à nouveau.',
  next: (id: string) =>
    `Ce qui est déjà fait reste en place. Quand le problème est corrigé, choisissez « Réessayer » ici ou sur la carte qu’affiche « statut ${id} ».`,
} as const;
