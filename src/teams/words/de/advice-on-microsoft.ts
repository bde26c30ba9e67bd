import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Microsoft Graph and entitlement management answer. */
export const adviceOnMicrosoft = {
  'graph-permission-missing': {
    happened: () => 'Microsoft Graph erlaubt mir das nicht.',
    next: 'Ein Administrator muss dem Bot die Berechtigung erteilen, die in den Details steht. Danach wählen Sie „Erneut versuchen“.',
  },
  'graph-credentials-refused': {
    happened: () => 'Microsoft Entra hat meine Anmeldeinformationen nicht angenommen.',
    next: 'Ein Administrator muss das Zertifikat oder den geheimen Clientschlüssel des Bots erneuern. Danach wählen Sie „Erneut versuchen“.',
  },
  'graph-unreachable': {
    happened: () => 'Microsoft Graph antwortet im Moment nicht.',
    next: 'Nichts ist verloren. Versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'graph-throttled': {
    happened: () => 'Microsoft Graph bittet mich, langsamer zu machen.',
    next: 'Nichts ist verloren. Versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'graph-outcome-unknown': {
    happened: () =>
      'Microsoft Graph hat einen Auftrag angenommen, aber nicht gemeldet, ob er ausgeführt wurde.',
    next: 'Ich sehe nach, bevor ich etwas wiederhole. Versuchen Sie es in ein paar Minuten noch einmal.',
  },
  'graph-refused': {
    happened: () => 'Microsoft Graph hat den Auftrag abgelehnt.',
    next: 'Den Grund findet ein Administrator in den Details.',
  },
  'licence-missing': {
    happened: () => 'Der Mandant hat keine Lizenz für die Berechtigungsverwaltung.',
    next: 'Ein Administrator muss Microsoft Entra ID P2 oder Governance zuweisen. Bis eine neue Lizenz gilt, dauert es bis zu acht Stunden.',
  },
  'not-visible-yet': {
    happened: () => 'Ein neues Objekt ist noch nicht überall sichtbar.',
    next: 'Microsoft Entra braucht einige Minuten, um es zu kopieren. Wählen Sie später „Erneut versuchen“.',
  },
  'not-resource-owner': {
    happened: () => 'Ich darf diese Gruppe keinem Katalog hinzufügen.',
    next: 'Ein Administrator muss dem Bot Group.ReadWrite.All erteilen oder ihn zum Besitzer der Gruppe machen. Danach wählen Sie „Erneut versuchen“.',
  },
  'policy-needs-approval': {
    happened: () => 'Jede Richtlinie dieses Zugriffspakets verlangt eine weitere Genehmigung.',
    next: 'Ein Administrator muss eine Richtlinie ohne Genehmigung für die direkte Zuweisung hinzufügen.',
  },
  'assignment-failed': {
    happened: () => 'Die Berechtigungsverwaltung konnte die Zuweisung nicht ausführen.',
    next: 'Ein Administrator kann sie im Microsoft Entra Admin Center erneut verarbeiten oder hier „Erneut versuchen“ wählen.',
  },
  'assignment-ended': {
    happened: () => 'Die Zuweisung wurde entfernt, bevor sie Active Directory erreichte.',
    next: 'Wird der Zugriff noch gebraucht, stellen Sie einen neuen Antrag.',
  },
  'writeback-refused': {
    happened: () =>
      'Microsoft Graph hat abgelehnt, das Rückschreiben für diese Gruppe einzuschalten.',
    next: 'Den Grund findet ein Administrator in den Details.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
