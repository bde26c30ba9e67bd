import type { RequestState } from '../../../domain/request.ts';

/** A request that was begun in front of others. */
export const group = {
  formSent:
    'Ich habe Ihnen das Formular in unseren privaten Chat gesendet. Sobald Sie es absenden, sehen alle hier, wer für wen welche Gruppe beantragt und wie weit der Antrag ist; Ihre Begründung bleibt privat.',
  onlyYou: 'Nur Sie sehen das.',
  nothingForYou:
    'Für Sie gibt es hier nichts zu tun. Alle anderen sehen die Karte weiter wie zuvor.',
  forWhom: 'Für',
  askedBy: 'Beantragt von',
  states: {
    'awaiting-approval': 'Wartet auf Genehmigung',
    denied: 'Abgelehnt',
    cancelled: 'Zurückgezogen',
    expired: 'Abgelaufen: Niemand hat rechtzeitig entschieden',
    'setting-up': 'Genehmigt; wird eingerichtet',
    delivering: 'Genehmigt; wird zugewiesen',
    'awaiting-membership': 'Wartet auf Microsoft Entra',
    'awaiting-sync': 'Wartet auf die Synchronisierung nach Active Directory',
    confirmed: 'Erledigt: Active Directory zeigt die Mitgliedschaft',
    failed: 'Angehalten; wer es beheben kann, weiß Bescheid',
  } satisfies Readonly<Record<RequestState, string>>,
} as const;
