import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Active Directory and the sync engine answer. */
export const adviceOnPremises = {
  'directory-unreachable': {
    happened: () => 'Im Moment antwortet kein Domänencontroller.',
    next: 'Ich sehe weiter nach. Ein Administrator kann die Verbindung zu Active Directory prüfen.',
  },
  'directory-refused-credentials': {
    happened: () => 'Active Directory hat mein Konto nicht angenommen.',
    next: 'Ein Administrator muss das Konto erneuern, das Active Directory liest.',
  },
  'directory-not-secure': {
    happened: () =>
      'Die Verbindung zu Active Directory ist nicht sicher, deshalb verwende ich sie nicht.',
    next: 'Ein Administrator muss LDAPS mit einem Zertifikat konfigurieren, das ich prüfen kann.',
  },
  'sync-unreachable': {
    happened: () => 'Ich kann den Zeitplan des Synchronisierungsdiensts im Moment nicht sehen.',
    next: 'Die Bestätigung kommt trotzdem; nur die erwartete Zeit ist unbekannt.',
  },
  'sync-start-not-available': {
    happened: () => 'Von hier aus kann ich keine Synchronisierung starten.',
    next: 'Der nächste Zyklus nimmt alles mit. Ein Administrator kann auf dem Synchronisierungsserver einen starten oder mich damit verbinden.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
