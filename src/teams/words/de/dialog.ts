/** The dialog that starts a request from any chat, and what is said when an answer takes longer than Teams waits. */
export const dialog = {
  title: 'Zugriff beantragen',
  description: 'Eine Gruppenmitgliedschaft beantragen, für Sie selbst oder jemand anderen',
  sent: 'Ihr Antrag ist gestellt. Seine Karte kommt in unseren privaten Chat.',
  unknownCommand:
    'Das biete ich nicht an. Mit „Zugriff beantragen“ beantragen Sie eine Gruppenmitgliedschaft.',
  damaged:
    'Ich konnte dieses Formular nicht lesen, deshalb wurde nichts gesendet. Bitte schließen Sie es, und öffnen Sie es neu.',
} as const;

export const slow = {
  stillWorking:
    'Ich arbeite noch daran. Diese Karte zieht nach; hat sich in einer Minute nichts geändert, versuchen Sie es bitte noch einmal. Nichts geschieht doppelt.',
  stillSending:
    'Ich prüfe Ihren Antrag noch. Seine Karte kommt in unseren privaten Chat; spricht etwas dagegen, sage ich es Ihnen dort.',
  notCounted: (id: string, reason: string) =>
    `Ihr Klick zu ${id} hat gedauert und zählt nicht. ${reason}`,
} as const;
