export const breakGlass = {
  title: 'Accès d’urgence',
  taken: (who: string, moment: string) =>
    `Accès d’urgence pris par ${who} sans approbation, le ${moment}`,
  because: (reason: string) => `Motif : ${reason}`,
  settingUp: 'Je le prépare.',
  delivering: 'Préparé. La gestion des droits d’utilisation affecte le package.',
  altogether: (span: string) => `Au total ${span} entre la demande et la preuve.`,
  seenAt: (moment: string, span: string) => `Constaté le ${moment}, ${span} après la demande.`,
  ends: (moment: string) => `Il prend fin tout seul vers le ${moment}.`,
  toReview: (who: string) => `Peut dire maintenant s’il était justifié : ${who}.`,
  toReviewYourself: 'Veuillez indiquer ci-dessous s’il était justifié.',
  justified: (who: string, moment: string) => `Examiné : justifié selon ${who}, le ${moment}.`,
  notJustified: (who: string, moment: string) => `Examiné : injustifié selon ${who}, le ${moment}.`,
  reviewedWith: (verdict: string, quote: string) => `${verdict} ${quote}`,
  notice: (who: string, what: string) => `${who} a pris un accès d’urgence : ${what}`,
  reminds: (notice: string) => `Pas encore examiné. ${notice}`,
  notReviewed: (moment: string) => `Personne ne l’a encore examiné. Dernier rappel : le ${moment}.`,
  reviewComment: 'Commentaire (nécessaire si l’accès était injustifié)',
  reviewedTitle: {
    justified: 'Votre accès d’urgence a été jugé justifié',
    'not-justified': 'Votre accès d’urgence a été jugé injustifié',
  },
  offer: (hours: string) =>
    `Si cela ne peut pas attendre : vous pouvez prendre l’accès immédiatement pour ${hours}, sans approbation. Toutes les personnes qui auraient décidé sont informées, et l’une d’elles l’examine.`,
  offerButton: 'Accès d’urgence…',
  confirmTitle: 'Prendre l’accès d’urgence maintenant ?',
  confirmSummary: 'Veuillez confirmer l’accès d’urgence',
  confirmWhat: (person: string, group: string) =>
    `${person} entre immédiatement dans ${group}, sans l’approbation de personne.`,
  confirmUntil: (hours: string, moment: string) =>
    `L’accès dure ${hours}, jusque vers le ${moment}, et prend fin tout seul.`,
  confirmTold: (who: string) =>
    `Les administrateurs et les personnes suivantes sont informés au même moment, avec votre nom et votre motif : ${who}.`,
  confirmReview: 'L’un d’eux examine ensuite si l’accès était justifié. Vous en lirez le résultat.',
  confirmReplaces: (id: string) =>
    `La demande en cours ${id} pour la même appartenance prend fin avec cet accès. Si l’accès est nécessaire plus longtemps, faites une nouvelle demande une fois ces heures passées.`,
  replaced: (id: string) =>
    `L’accès d’urgence ${id} a été pris pour la même appartenance, et cette demande a pris fin avec lui. Si l’accès est nécessaire plus longtemps, faites une nouvelle demande une fois ces heures passées.`,
  confirmReason: 'Votre motif',
  confirm: 'Prendre l’accès',
  back: 'Retour au formulaire',
} as const;
