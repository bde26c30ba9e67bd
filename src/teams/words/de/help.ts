export const welcome = {
  title: 'Guten Tag, ich bin Writeback',
  body: 'Ich bringe Personen in Gruppen, die Active Directory kennt: Jemand stellt einen Antrag, eine genehmigende Person entscheidet, den Rest erledige ich in Entra, und dann zeige ich Ihnen den Nachweis aus Active Directory.',
  summary: 'Writeback ist da. Mit „antrag“ beantragen Sie eine Gruppenmitgliedschaft.',
} as const;

export const help = {
  title: 'Was ich kann',
  summary: 'Was Sie Writeback sagen können',
  commands: [
    ['antrag', 'eine Gruppenmitgliedschaft beantragen, für Sie selbst oder jemand anderen'],
    ['antrag Finanzberichte', 'dasselbe, mit der Gruppe schon eingetragen'],
    ['nochmal', 'das Formular noch einmal, ausgefüllt wie Ihr letzter Antrag'],
    ['favoriten', 'Gruppen, die Sie oft beantragen: hier gemerkt, stehen sie im Formular zuerst'],
    [
      'sammelantrag',
      'viele auf einmal beantragen: Fügen Sie eine Liste ein, oder senden Sie mir eine .csv-Datei',
    ],
    ['meine anträge', 'was Sie beantragt haben und was Sie bekommen'],
    ['status WB-7K3F2Q9X', 'wie ein Antrag steht'],
    [
      'zurückziehen WB-7K3F2Q9X',
      'einen Antrag zurückziehen, über den noch niemand entschieden hat',
    ],
    ['zu entscheiden', 'was auf Ihre Entscheidung wartet'],
    ['vertretung', 'wer für Sie entscheidet, solange Sie abwesend sind'],
    [
      'warum WB-7K3F2Q9X',
      'warum jemand noch nicht in Active Directory ist und wer es beheben kann',
    ],
    [
      'kataloge',
      'die Kataloge, um die Sie sich kümmern: Gruppen, Pakete und wer sich noch darum kümmert',
    ],
  ],
  forAdministrators: [
    ['voraussetzungen', 'was in Ihrem Mandanten für das Rückschreiben bereit ist'],
    ['dienste', 'was Gruppen nach Active Directory schreibt und was Microsoft davon unterstützt'],
    ['jetzt synchronisieren', 'synchronisieren lassen, was wartet'],
    ['abweichungen', 'wo Active Directory von Entra abweicht'],
    ['nicht zugestellt', 'wer nicht zu erreichen war und was hilft'],
  ],
  didYouMean: (command: string) => `Meinten Sie „${command}“?`,
  notUnderstood: 'Das habe ich nicht verstanden. Hier steht, was Sie sagen können.',
  mention:
    'Hier müssen Sie mich erwähnen. Formulare und Antworten zu Anträgen kommen in unseren privaten Chat.',
} as const;
