/** Access that is taken first and reviewed afterwards. */
export const breakGlass = {
  title: 'Notfallzugriff',
  taken: (who: string, moment: string) => `Notfallzugriff von ${who} ohne Genehmigung, ${moment}`,
  because: (reason: string) => `Weil: ${reason}`,
  settingUp: 'Ich richte ihn ein.',
  delivering: 'Eingerichtet. Die Berechtigungsverwaltung weist das Paket zu.',
  altogether: (span: string) => `Insgesamt ${span} vom Antrag bis zum Nachweis.`,
  seenAt: (moment: string, span: string) => `Gesehen ${moment}, ${span} nach dem Antrag.`,
  ends: (moment: string) => `Er endet von selbst, etwa ${moment}.`,
  toReview: (who: string) => `Ob er gerechtfertigt war, kann jetzt ${who} sagen.`,
  toReviewYourself: 'Bitte sagen Sie unten, ob er gerechtfertigt war.',
  justified: (who: string, moment: string) => `Geprüft: gerechtfertigt, sagt ${who}, ${moment}.`,
  notJustified: (who: string, moment: string) =>
    `Geprüft: nicht gerechtfertigt, sagt ${who}, ${moment}.`,
  reviewedWith: (verdict: string, quote: string) => `${verdict} ${quote}`,
  notice: (who: string, what: string) => `${who} hat Notfallzugriff genutzt: ${what}`,
  reminds: (notice: string) => `Noch nicht geprüft. ${notice}`,
  notReviewed: (moment: string) => `Noch niemand hat ihn geprüft. Letzte Erinnerung: ${moment}.`,
  reviewComment: 'Kommentar (nötig, wenn nicht gerechtfertigt)',
  reviewedTitle: {
    justified: 'Ihr Notfallzugriff war gerechtfertigt',
    'not-justified': 'Ihr Notfallzugriff war nicht gerechtfertigt',
  },
  offer: (hours: string) =>
    `Wenn es nicht warten kann: Sie dürfen Zugriff für ${hours} sofort nutzen, ohne Genehmigung. Alle, die entscheiden würden, erfahren davon, und eine dieser Personen prüft es.`,
  offerButton: 'Notfallzugriff …',
  confirmTitle: 'Jetzt Notfallzugriff nutzen?',
  confirmSummary: 'Bitte bestätigen Sie den Notfallzugriff',
  confirmWhat: (person: string, group: string) =>
    `${person} kommt sofort in ${group}, ohne Genehmigung.`,
  confirmUntil: (hours: string, moment: string) =>
    `Das gilt ${hours}, bis etwa ${moment}, und endet von selbst.`,
  confirmTold: (who: string) =>
    `${who} und die Administratoren erfahren es in diesem Moment, mit Ihrem Namen und Ihrer Begründung.`,
  confirmReview:
    'Eine dieser Personen prüft danach, ob es gerechtfertigt war. Das Ergebnis lesen Sie hier.',
  confirmReplaces: (id: string) =>
    `Der offene Antrag ${id} für dieselbe Mitgliedschaft endet damit. Wird der Zugriff länger gebraucht, stellen Sie danach einen neuen Antrag.`,
  replaced: (id: string) =>
    `Für dieselbe Mitgliedschaft wurde Notfallzugriff ${id} genutzt; damit endete dieser Antrag. Wird der Zugriff länger gebraucht, stellen Sie danach einen neuen Antrag.`,
  confirmReason: 'Ihre Begründung',
  confirm: 'Zugriff jetzt nutzen',
  back: 'Zurück zum Formular',
} as const;
