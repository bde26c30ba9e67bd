/** The dialog that starts a request from any chat, and what is said when an answer takes longer than Teams waits. */
export const dialog = {
  title: 'Zugriff beantragen',
  description: 'Eine Gruppenmitgliedschaft beantragen, für Sie selbst oder jemand anderen',
  sent: 'Ihr Antrag ist gestellt. Seine Karte kommt in unseren privaten Chat.',
  listMade:
    'Ihre Liste ist angelegt, aber es ist noch nichts gesendet. Ihre Karte kommt in unseren privaten Chat: Sehen Sie dort durch, was ich gefunden habe, und senden Sie sie ab.',
  unknownCommand:
    'Das biete ich nicht an. Mit „Zugriff beantragen“ beantragen Sie eine Gruppenmitgliedschaft.',
  damaged:
    'Ich konnte dieses Formular nicht lesen, deshalb wurde nichts gesendet. Bitte schließen Sie es, und öffnen Sie es neu.',
} as const;

export const slow = {
  stillWorking:
    'Das dauert länger als sonst. Ich mache weiter, und das Ergebnis kommt auf diese Karte oder in unseren privaten Chat, sobald es da ist. Ist in einer Minute nichts gekommen, klicken Sie bitte noch einmal; nichts geschieht doppelt.',
  stillSending:
    'Ich prüfe Ihren Antrag noch. Seine Karte kommt in unseren privaten Chat; spricht etwas dagegen, sage ich es Ihnen dort.',
  outdated:
    'Diese Karte konnte ich gerade nicht aktualisieren. Es ist nichts verloren; mit „Aktualisieren“ sehen Sie noch einmal nach.',
  notCounted: (id: string, reason: string) =>
    `Ihr Klick zu ${id} hat gedauert und zählt nicht. ${reason}`,
  unheard: (person: string) =>
    `${person}, ich habe eine Antwort für Sie, kann Ihnen aber noch nicht privat schreiben. Fügen Sie die Writeback-App in Teams hinzu, und versuchen Sie es dann noch einmal.`,
} as const;
