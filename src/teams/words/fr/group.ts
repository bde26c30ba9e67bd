import type { RequestState } from '../../../domain/request.ts';

export const group = {
  formSent:
    'Je vous ai envoyé le formulaire dans notre conversation privée. Une fois que vous l’aurez envoyé, tout le monde ici verra qui demande pour qui, quel groupe et où en est la demande ; votre motif reste privé.',
  onlyYou: 'Vous seul voyez ceci.',
  nothingForYou: 'Vous n’avez rien à faire ici. Les autres voient toujours la carte comme avant.',
  forWhom: 'Pour',
  askedBy: 'Demandeur',
  states: {
    'awaiting-approval': 'En attente d’approbation',
    denied: 'Refusée',
    cancelled: 'Annulée',
    expired: 'Expirée : personne n’a décidé à temps',
    'setting-up': 'Approuvée ; en préparation',
    delivering: 'Approuvée ; en cours d’affectation',
    'awaiting-membership': 'En attente de Microsoft Entra',
    'awaiting-sync': 'En attente de la synchronisation vers Active Directory',
    confirmed: 'Terminé : Active Directory montre l’appartenance',
    failed: 'Arrêtée ; les personnes qui peuvent y remédier le savent',
  } satisfies Readonly<Record<RequestState, string>>,
} as const;
