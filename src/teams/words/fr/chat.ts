export const chat = {
  somebody: 'Quelqu’un',
  whoAreYou:
    'Je ne vois pas qui vous êtes et ne fais donc rien. Veuillez vous connecter à Teams avec votre compte professionnel.',
  otherTenant: 'Je travaille pour une autre organisation et ne peux pas vous aider ici.',
  sentPrivately: 'Je vous ai répondu dans notre conversation privée.',
  addMeFirst:
    'Je ne peux pas encore vous écrire en privé. Ajoutez l’application Writeback dans Teams, puis répétez votre message.',
  onlyPrivately:
    'Pour cela, utilisez notre conversation privée : le contenu d’une demande ne regarde pas tout le monde ici.',
  notANumber: (given: string, command: string) =>
    `${given} n’est pas un numéro de demande complet : après WB- viennent huit lettres et chiffres, par exemple : ${command} WB-7K3F2Q9X. Tapez « mes demandes » pour voir les numéros.`,
  needsNumber: (command: string) =>
    `Dites-moi laquelle, par exemple : ${command} WB-7K3F2Q9X. Tapez « mes demandes » pour voir les numéros.`,
  cancelled: (id: string) => `La demande ${id} est annulée.`,
  badClick:
    'Je n’ai pas pu lire ce clic, rien n’a donc été fait. Tapez « mes demandes » et ouvrez-y la demande.',
  badSearch: 'Je n’ai pas pu lire cette recherche.',
  notSupported: 'Je ne propose pas cela.',
  defect:
    'Un problème est survenu de mon côté ; rien n’a été perdu. Veuillez réessayer dans une minute.',
} as const;

export const list = {
  title: 'Mes demandes',
  summary: 'Vos demandes',
  empty: 'Vous n’avez aucune demande. Tapez « demande » pour en faire une.',
  line: (person: string, state: string) => `${person} · ${state}`,
  hint: 'Choisissez-en une pour l’ouvrir, ou tapez statut et son numéro.',
  open: (id: string) => `Ouvrir ${id}`,
} as const;

export const buttons = {
  newRequest: 'Nouvelle demande',
  again: 'Redemander',
  submit: 'Envoyer la demande',
  approve: 'Approuver',
  deny: 'Refuser',
  claim: 'Je m’en occupe',
  unclaim: 'Laisser à d’autres',
  cancel: 'Annuler la demande',
  retry: 'Réessayer',
  attest: 'Confirmer l’appartenance',
  justified: 'C’était justifié',
  'not-justified': 'C’était injustifié',
  'sync-now': 'Synchroniser',
  why: 'Pourquoi pas encore ?',
  whyStopped: 'Pourquoi cet arrêt ?',
  lookAgain: 'Vérifier à nouveau',
  back: 'Retour',
  openInEntra: 'Ouvrir dans Entra',
  showOptions: 'Voir mes options',
  refresh: 'Actualiser',
  steps: 'Mes actions, étape par étape',
  details: 'Détails pour un administrateur',
} as const;
