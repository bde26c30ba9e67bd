/** An approver's deputy, and what waits for an approver. */
export const deputy = {
  title: 'Ihre Vertretung',
  summary: 'Jemanden benennen, der entscheidet, solange Sie abwesend sind',
  intro:
    'Solange Sie abwesend sind, kann jemand anderes entscheiden, was Sie gefragt werden. Auch Sie selbst können weiterhin entscheiden.',
  given: (who: string, from: string, until: string) =>
    `${who} entscheidet für Sie, von ${from} bis ${until}.`,
  received: (who: string, from: string, until: string) =>
    `Sie entscheiden für ${who}, von ${from} bis ${until}.`,
  none: 'Zurzeit entscheidet niemand für Sie.',
  person: 'Vertretung',
  personHint: 'Namen eingeben',
  personName: 'oder der Anmeldename',
  chosen: 'Die gewählte Person',
  from: 'Von',
  fromMissing: 'Wählen Sie den ersten Tag.',
  until: 'Bis einschließlich',
  untilMissing: 'Wählen Sie den letzten Tag.',
  name: 'Vertretung benennen',
  end: 'Jetzt beenden',
  noPerson: 'Wählen Sie, wer für Sie entscheidet, oder geben Sie den Anmeldenamen ein.',
  twoPeople:
    'Wählen Sie die Person aus der Liste, oder geben Sie einen Anmeldenamen ein, nicht beides.',
  noDays: 'Wählen Sie den ersten und den letzten Tag.',
  named: (who: string) =>
    `Erledigt. ${who} weiß Bescheid und bekommt vom ersten Tag an, was Sie gefragt werden.`,
  namedUnreachable: (who: string) =>
    `Erledigt, aber ich kann ${who} nicht anschreiben. Bitte weisen Sie selbst darauf hin, dass die Writeback-App in Teams hinzugefügt werden muss.`,
  ended: 'Erledigt. Von jetzt an entscheidet niemand mehr für Sie.',
  replaced: (who: string) => `${who} entscheidet nicht mehr für Sie.`,
  toldTitle: (who: string) => `Sie vertreten ${who}`,
  toldBody: (who: string, from: string, until: string) =>
    `${who} hat Sie für die Zeit von ${from} bis ${until} benannt. Was ${who} gefragt wird, kommt auch zu Ihnen; auf jeder Karte steht es dabei. Was Sie für sich selbst beantragen, kommt nicht zu Ihnen.`,
  overTitle: (who: string) => `Sie vertreten ${who} nicht mehr`,
  overBody: (who: string) =>
    `${who} hat es beendet. Sie werden in dieser Vertretung nichts mehr gefragt.`,
} as const;

export const waiting = {
  title: 'Wartet auf Sie',
  summary: 'Was auf Ihre Entscheidung wartet',
  empty: 'Nichts wartet auf Ihre Entscheidung.',
  hint: 'Wählen Sie einen Antrag, um zu entscheiden.',
  more: 'Es gibt noch mehr. Entscheiden Sie über diese, und fragen Sie dann noch einmal.',
  review: 'Notfallzugriff, von Ihnen zu prüfen',
  unreviewed: 'Notfallzugriff, den seit mehr als einem Tag niemand geprüft hat',
} as const;
