export const chat = {
  somebody: 'Jemand',
  whoAreYou:
    'Ich kann nicht sehen, wer Sie sind, deshalb tue ich nichts. Bitte melden Sie sich in Teams mit Ihrem Arbeitskonto an.',
  otherTenant: 'Ich arbeite für eine andere Organisation und kann Ihnen hier nicht helfen.',
  sentPrivately: 'Ich habe Ihnen in unserem privaten Chat geantwortet.',
  addMeFirst:
    'Ich kann Ihnen noch nicht privat schreiben. Fügen Sie die Writeback-App in Teams hinzu, und sagen Sie es dann noch einmal.',
  onlyPrivately:
    'Bitte verwenden Sie dafür unseren privaten Chat: Was in einem Antrag steht, ist nicht für alle hier bestimmt.',
  notANumber: (given: string, command: string) =>
    `${given} ist keine ganze Antragsnummer: Nach WB- stehen acht Buchstaben und Ziffern, etwa ${command} WB-7K3F2Q9X. Die Nummern sehen Sie mit „meine anträge“.`,
  needsNumber: (command: string) =>
    `Sagen Sie mir, welchen Sie meinen, etwa: ${command} WB-7K3F2Q9X. Die Nummern sehen Sie mit „meine anträge“.`,
  cancelled: (id: string) => `${id} ist zurückgezogen.`,
  badClick:
    'Ich konnte diesen Klick nicht lesen, deshalb wurde nichts getan. Schreiben Sie „meine anträge“, und öffnen Sie den Antrag dort.',
  badSearch: 'Ich konnte diese Suche nicht lesen.',
  notSupported: 'Das biete ich nicht an.',
  defect:
    'Bei mir ist etwas schiefgegangen; nichts ging verloren. Bitte versuchen Sie es in einer Minute noch einmal.',
} as const;

export const list = {
  title: 'Meine Anträge',
  summary: 'Ihre Anträge',
  empty: 'Sie haben keine Anträge. Mit „antrag“ stellen Sie einen.',
  line: (person: string, state: string) => `${person} · ${state}`,
  hint: 'Wählen Sie einen aus, oder schreiben Sie „status“ und seine Nummer.',
  open: (id: string) => `${id} öffnen`,
} as const;

export const buttons = {
  newRequest: 'Neuer Antrag',
  again: 'Erneut beantragen',
  submit: 'Antrag senden',
  approve: 'Genehmigen',
  deny: 'Ablehnen',
  claim: 'Ich kümmere mich',
  unclaim: 'Doch nicht ich',
  cancel: 'Antrag zurückziehen',
  retry: 'Erneut versuchen',
  attest: 'Mitglied bestätigen',
  justified: 'War gerechtfertigt',
  'not-justified': 'Nicht gerechtfertigt',
  'sync-now': 'Jetzt synchronisieren',
  why: 'Warum noch nicht?',
  whyStopped: 'Warum angehalten?',
  lookAgain: 'Erneut nachsehen',
  back: 'Zurück',
  openInEntra: 'In Entra öffnen',
  showOptions: 'Optionen anzeigen',
  refresh: 'Aktualisieren',
  steps: 'Was ich getan habe, im Einzelnen',
  details: 'Details für Administratoren',
} as const;
