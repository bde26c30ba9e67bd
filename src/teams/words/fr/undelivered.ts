export const undelivered = {
  title: 'Non remis',
  summary: 'Cartes qui n’ont pas pu être remises',
  intro:
    'Il a été impossible d’écrire à ces personnes : elles n’ont pas l’application, l’ont bloquée, ou une stratégie les en prive. Dès qu’elles l’auront, la carte arrivera toute seule.',
  next: 'Installez l’application pour elles dans le centre d’administration Teams au moyen d’une stratégie de configuration, ou envoyez-leur le lien qui permet de l’ajouter.',
  none: 'Toutes les cartes sont arrivées à leur destinataire.',
  line: (id: string, asked: string) => `${id}, demandé le ${asked}`,
  reasons: {
    'no-app': 'Cette personne n’a pas l’application.',
    'removed-app': 'Cette personne a supprimé l’application.',
    blocked: 'Cette personne a bloqué le bot.',
    'chat-gone': 'Sa conversation avec le bot n’existe plus.',
    'not-permitted': 'Une stratégie la prive de l’application.',
    'not-known': 'Teams n’a pas dit pourquoi.',
  },
  since: (reason: string, moment: string) => `${reason} Depuis le ${moment}.`,
  kinds: {
    request: 'sa propre demande',
    approval: 'une décision qui l’attend',
    outcome: 'comment une demande s’est terminée',
    other: 'des nouvelles d’une demande',
  },
  lists: {
    list: 'sa propre liste',
    approval: 'des décisions sur une liste qui l’attendent',
    outcome: 'comment une liste s’est terminée',
  },
  listLine: (id: string, made: string) => `Liste ${id}, créée le ${made}`,
  notices: {
    deputy: 'qu’elle remplace quelqu’un, ou ne le remplace plus',
    catalog: 'qu’elle s’occupe d’un catalogue, ou ne s’en occupe plus',
    drift: 'en quoi Active Directory diffère d’Entra',
  },
} as const;
