import type { CauseCode, CauseOwner, Certainty, Fix, Source } from '../../../domain/cause.ts';
import type { CauseNames } from '../en/causes.ts';

/** Why somebody is not in Active Directory yet. */
export const causes = {
  'procedure-failed': () => 'Die Einrichtung brach ab, bevor sie fertig war.',
  'awaiting-decision': () => 'Es hat noch niemand entschieden.',
  'user-not-found': ({ person }) => `${person} ist nicht mehr in Microsoft Entra.`,
  'user-is-guest': ({ person }) =>
    `${person} ist ein Gast, und Gäste haben kein Konto in Active Directory.`,
  'user-is-cloud-only': ({ person }) =>
    `${person} gibt es nur in der Cloud, und das Rückschreiben übergeht Personen ohne Konto in Active Directory.`,
  'user-missing': ({ person }) => `Ich finde das Konto von ${person} nicht in Active Directory.`,
  'user-ambiguous': ({ person }) =>
    `Mehr als ein Konto in Active Directory könnte das von ${person} sein.`,
  'user-in-other-domain': ({ person, group }) =>
    `Das Konto von ${person} liegt in einer anderen Domäne als ${group}.`,
  'licence-missing': () => 'Der Mandant hat keine Lizenz für die Berechtigungsverwaltung.',
  'assignment-ended': ({ person }) =>
    `Die Zuweisung von ${person} wurde entfernt oder ist abgelaufen.`,
  'membership-removed': ({ person, group }) => `Jemand hat ${person} aus ${group} entfernt.`,
  'assignment-stuck': () =>
    'Die Berechtigungsverwaltung braucht für die Zuweisung viel länger als sonst.',
  'group-not-found': ({ group }) => `${group} ist nicht mehr in Microsoft Entra.`,
  'group-is-synced': ({ group }) =>
    `${group} stammt aus Active Directory und wird deshalb nicht zurückgeschrieben.`,
  'group-is-dynamic': ({ group }) => `Wer zu ${group} gehört, bestimmt eine Regel.`,
  'group-is-role-assignable': ({ group }) => `${group} können Verzeichnisrollen zugewiesen werden.`,
  'group-is-distribution': ({ group }) =>
    `${group} ist eine Verteilergruppe oder E-Mail-aktivierte Sicherheitsgruppe.`,
  'group-kind-not-writable': ({ group }) =>
    `Kein Rückschreibdienst des Mandanten schreibt Gruppen von der Art von ${group}.`,
  'group-writeback-off': ({ group }) => `Das Rückschreiben von ${group} wurde ausgeschaltet.`,
  'group-writeback-undecided': ({ group }) =>
    `Niemand hat festgelegt, ob ${group} zurückgeschrieben wird; deshalb gilt die Vorgabe des Mandanten.`,
  'group-too-large': ({ group }) => `${group} hat mehr Mitglieder, als der Dienst schreibt.`,
  'group-ambiguous': ({ group }) => `Mehr als ein Objekt in Active Directory könnte ${group} sein.`,
  'writeback-off': () => 'Das Gruppenrückschreiben ist im Mandanten ausgeschaltet.',
  'organizational-unit-missing': () =>
    'Für zurückgeschriebene Gruppen ist keine Organisationseinheit konfiguriert.',
  'organizational-unit-differs': () =>
    'Der Dienst schreibt in eine andere Organisationseinheit als zur Zeit der Genehmigung.',
  'sync-staging': () => 'Der Synchronisierungsserver ist im Stagingmodus und schreibt nichts.',
  'sync-disabled': () => 'Die Synchronisierung ist ausgeschaltet.',
  'sync-suspended': () =>
    'Die Synchronisierung ist ausgesetzt, wie immer, solange ihr Assistent geöffnet ist.',
  'sync-stopped': () => 'Die Synchronisierung lief viel länger nicht, als sie sollte.',
  'job-missing': () => 'Cloud Sync hat keine Konfiguration, die Gruppen schreibt.',
  'job-paused': () => 'Die Konfiguration von Cloud Sync ist pausiert.',
  'job-not-started': () => 'Die Konfiguration von Cloud Sync wurde nie gestartet.',
  'job-quarantined': () => 'Die Konfiguration von Cloud Sync ist in Quarantäne.',
  'job-failing': () => 'Der letzte Lauf von Cloud Sync ist fehlgeschlagen.',
  'group-out-of-scope': ({ group }) => `${group} ist nicht im Bereich von Cloud Sync.`,
  'provisioning-failed': ({ group }) => `Cloud Sync konnte ${group} nicht schreiben.`,
  'provisioning-skipped': ({ person, group }) =>
    `Cloud Sync hat ${person} beim Schreiben von ${group} übergangen.`,
  'directory-refused-credentials': () => 'Active Directory hat mein Konto nicht angenommen.',
  'directory-not-secure': () =>
    'Die Verbindung zu Active Directory ist nicht sicher, deshalb verwende ich sie nicht.',
  'directory-unreachable': () =>
    'Kein Domänencontroller antwortet, deshalb kann ich nicht nachsehen.',
  'not-verifiable': () => 'Ich kann hier nicht in Active Directory nachsehen.',
  'group-missing': ({ group }) =>
    `Eine Synchronisierung ist gelaufen, aber ${group} ist nicht in Active Directory erschienen.`,
  'member-missing': ({ person, group }) =>
    `Eine Synchronisierung ist gelaufen, aber Active Directory zeigt ${person} nicht in ${group}.`,
  'user-is-disabled': ({ person }) => `Das Konto von ${person} ist deaktiviert.`,
  'assignment-under-way': () => 'Die Berechtigungsverwaltung führt die Zuweisung gerade aus.',
  'membership-not-yet': ({ person, group }) =>
    `${person} erscheint in Microsoft Entra noch nicht als Mitglied von ${group}.`,
  'sync-running': () => 'Eine Synchronisierung läuft.',
  'sync-not-begun': () =>
    'Seit die Mitgliedschaft in Microsoft Entra ist, hat noch keine Synchronisierung begonnen.',
} satisfies Readonly<Record<CauseCode, (names: CauseNames) => string>>;

/** What to do about it, said to whoever can. */
export const fixes = {
  wait: 'Nichts: Es erledigt sich von selbst, und ich sehe weiter nach.',
  'sync-now':
    'Die nächste geplante Synchronisierung nimmt es mit. Ein Administrator kann jetzt eine starten.',
  decide: 'Eine der genehmigenden Personen muss entscheiden.',
  'try-again':
    'Wählen Sie „Erneut versuchen“, sobald der Grund behoben ist, der auf der Karte steht.',
  'request-again': 'Wird der Zugriff noch gebraucht, stellen Sie einen neuen Antrag.',
  'choose-another-person':
    'Stellen Sie einen Antrag für eine Person, die ein Konto in Active Directory hat.',
  'choose-another-group': 'Stellen Sie einen Antrag für eine andere Gruppe.',
  'create-account-on-premises':
    'Legen Sie das Konto in Active Directory an, und lassen Sie es mit Microsoft Entra synchronisieren.',
  'enable-account': 'Aktivieren Sie das Konto.',
  'check-search-base':
    'Prüfen Sie, ob das Konto in der Gesamtstruktur der Gruppe liegt und unterhalb der Basis, in der ich suche.',
  'remove-duplicate':
    'Suchen Sie die Objekte mit derselben Markierung oder demselben Anker, und lassen Sie eines übrig.',
  'assign-licence': 'Weisen Sie Microsoft Entra ID P2 oder Governance zu.',
  'reprocess-assignment': 'Verarbeiten Sie die Zuweisung im Microsoft Entra Admin Center erneut.',
  'restore-membership':
    'Entfernen Sie die Zuweisung, und stellen Sie einen neuen Antrag, oder fügen Sie die Person wieder hinzu.',
  'change-membership-rule':
    'Ändern Sie die Regel, oder machen Sie daraus eine Gruppe mit zugewiesenen Mitgliedern.',
  'convert-source-of-authority': 'Verlegen Sie die Autoritätsquelle der Gruppe in die Cloud.',
  'set-up-engine-for-kind':
    'Richten Sie Cloud Sync für Sicherheitsgruppen ein oder Connect Sync für Microsoft 365-Gruppen.',
  'enable-writeback-of-group':
    'Schalten Sie das Rückschreiben in den Eigenschaften der Gruppe ein.',
  'enable-writeback-of-tenant':
    'Aktivieren Sie das Gruppenrückschreiben in Entra Connect Sync oder Cloud Sync.',
  'make-group-smaller':
    'Teilen Sie die Gruppe, oder lassen Sie Mitglieder weg, die keinen lokalen Zugriff brauchen.',
  'set-organizational-unit':
    'Machen Sie die Organisationseinheit des Diensts und die, in der ich nachsehe, gleich.',
  'end-staging':
    'Beenden Sie den Stagingmodus des Servers, oder sehen Sie auf dem aktiven Server nach.',
  'enable-scheduler':
    'Führen Sie auf dem Synchronisierungsserver Set-ADSyncScheduler -SyncCycleEnabled $true aus.',
  'ask-to-enable-scheduler':
    'Bitten Sie einen Administrator, die geplante Synchronisierung wieder einzuschalten.',
  'close-wizard': 'Schließen Sie den Konfigurationsassistenten auf dem Synchronisierungsserver.',
  'check-sync-server':
    'Prüfen Sie, ob der Synchronisierungsserver läuft und was sein letzter Lauf gemeldet hat.',
  'create-job': 'Erstellen Sie eine Konfiguration von Microsoft Entra ID nach Active Directory.',
  'start-job': 'Starten Sie die Konfiguration.',
  'clear-quarantine':
    'Beheben Sie, was sie in Quarantäne gebracht hat, und starten Sie sie dann neu.',
  'widen-scope': 'Fügen Sie die Gruppe dem Bereichsfilter der Konfiguration hinzu.',
  'read-provisioning-log': 'Den Grund nennen die Bereitstellungsprotokolle.',
  'renew-directory-account': 'Erneuern Sie das Konto, mit dem ich Active Directory lese.',
  'secure-directory-connection':
    'Konfigurieren Sie LDAPS mit einem Zertifikat, das ich prüfen kann.',
  'check-domain-controllers': 'Prüfen Sie die Verbindung zu den Domänencontrollern.',
  'confirm-by-hand':
    'Sehen Sie in Active Directory nach, und bestätigen Sie die Mitgliedschaft auf der Karte.',
  'check-connector-rights':
    'Prüfen Sie die Rechte des Connectorkontos auf die Organisationseinheit und die Exportfehler.',
  'check-replication':
    'Prüfen Sie die Exportfehler der Gruppe und die Replikation zwischen den Domänencontrollern.',
} satisfies Readonly<Record<Fix, string>>;

export const causeOwners = {
  requester: 'die antragstellende Person',
  approver: 'eine genehmigende Person',
  'group-owner': 'der Gruppenbesitzer',
  administrator: 'ein Administrator',
  nobody: 'niemand',
} satisfies Readonly<Record<CauseOwner, string>>;

export const certainties = {
  certain: 'Das ist der Grund:',
  likely: 'Wahrscheinlich:',
  possible: 'Vielleicht:',
} satisfies Readonly<Record<Certainty, string>>;

export const sources = {
  writeback: 'Dieser Antrag',
  'entra-user': 'Die Person in Microsoft Entra',
  'entra-group': 'Die Gruppe in Microsoft Entra',
  'entra-membership': 'Die Mitgliedschaft in Microsoft Entra',
  'entra-tenant': 'Die Einstellungen des Mandanten',
  'entitlement-management': 'Berechtigungsverwaltung',
  'sync-schedule': 'Der Zeitplan von Entra Connect',
  'cloud-sync': 'Entra Cloud Sync',
  'provisioning-log': 'Die Bereitstellungsprotokolle',
  'active-directory': 'Active Directory',
} satisfies Readonly<Record<Source, string>>;
