import type { Complaint } from '../../../domain/complaint.ts';
import type { GroupKind } from '../../../domain/group.ts';
import type { GroupTrait } from '../../../setup/use-cases.ts';

export const form = {
  title: 'Gruppenmitgliedschaft beantragen',
  summary: 'Das Formular für einen neuen Antrag',
  intro: 'Eine genehmigende Person entscheidet. Sie sehen beide vorher, was sich ändern wird.',
  group: 'Gruppe',
  groupHint: 'Anfang des Namens eingeben',
  newGroup: 'oder der Name einer neuen Gruppe',
  newGroupHint: 'Nur wenn es sie noch nicht gibt',
  person: 'Personen (leer: Sie selbst)',
  personHint: 'Namen eingeben',
  personName: 'oder die Anmeldenamen, einer pro Zeile',
  personNameHint: 'ada@example.com',
  accessPackage: 'Zugriffspaket (leer: ich wähle)',
  accessPackageHint: 'Anfang des Namens eingeben',
  reason: 'Begründung',
  reasonHint: 'Danach wird entschieden',
  ticket: 'Ticketnummer (falls eine nötig ist)',
  ticketHint: 'Wie Ihr Ticketsystem sie schreibt',
  whoDecides: 'Wer entscheidet?',
  decides: 'Wer entscheidet',
  decidesAny: (who: string) => `${who}: eine dieser Personen genügt`,
  decidesAll: (who: string) => `${who}: alle`,
  decidesSome: (count: number, who: string) => `${who}: ${count} davon`,
  atMostDays: (days: string) => `Höchstens ${days}.`,
  tooLongFor: (duration: string, group: string) => `${duration} (zu lang für ${group})`,
  escalates: (span: string, who: string) =>
    `Entscheidet niemand rechtzeitig (Frist: ${span}), auch: ${who}`,
  rule: (label: string, rule: string) => `${label}: ${rule}`,
  duration: 'Für wie lange',
  noEnd: 'Unbefristet',
  notRequestable: 'lässt sich nicht beantragen',
  damaged: 'Das Formular ließ sich nicht lesen, deshalb ist hier ein neues.',
  mark: '↑ Bitte sehen Sie sich dieses Feld noch einmal an.',
  notSendable: 'So lässt sich das nicht senden. Ihre Eingaben sind noch da.',
  rejected: 'Das ist noch nicht gesendet. Ihre Eingaben sind noch da.',
  chosenGroup: 'Die gewählte Gruppe',
  chosenPerson: 'Die gewählte Person',
  chosenPackage: 'Das gewählte Zugriffspaket',
  noGroup: 'Wählen Sie eine Gruppe aus der Liste, oder geben Sie den Namen einer neuen ein.',
  twoGroups:
    'Wählen Sie eine Gruppe aus der Liste, oder geben Sie einen neuen Namen ein, nicht beides.',
  decidesFor: (names: string) => `Für ${names}:`,
  tooManyPeople: (limit: number) =>
    `Ein Formular fasst höchstens ${limit} Personen, deshalb habe ich die ersten ${limit} behalten. Für mehr schreiben Sie „sammelantrag“, und fügen Sie eine Liste ein.`,
  breakGlassForOne:
    'Notfallzugriff gibt es nur für eine Person auf einmal. Bitte lassen Sie nur die stehen, die ihn jetzt braucht.',
  noReason: 'Sagen Sie, warum die Mitgliedschaft nötig ist: Danach wird entschieden.',
  tooLong: (label: string, limit: number) => `${label}: höchstens ${limit} Zeichen.`,
  notAChoice: (label: string) => `${label}: Wählen Sie etwas aus der Liste.`,
  groupsCalled: (name: string) => `Mehrere Gruppen heißen ${name}. Wählen Sie Ihre aus der Liste.`,
  groupsLike: (name: string) =>
    `Keine Gruppe heißt genau ${name}. Das Feld „Gruppe“ bietet die an, deren Namen so beginnen.`,
  groupUnknown: (name: string) =>
    `Keine Gruppe heißt genau ${name}. Wählen Sie eine aus der Liste, oder lassen Sie den Namen stehen, um sie zu erstellen.`,
} as const;

export const groupKinds = {
  'microsoft-365': 'Microsoft 365',
  security: 'Sicherheit',
  'mail-enabled-security': 'E-Mail-aktivierte Sicherheit',
  distribution: 'Verteiler',
} satisfies Readonly<Record<GroupKind, string>>;

export const groupTraits = {
  synced: 'aus Active Directory',
  dynamic: 'dynamisch',
  'role-assignable': 'mit Rollenzuweisung',
} satisfies Readonly<Record<GroupTrait, string>>;

/** What is wrong with an input that a client has let through; `other` for what has no text of its own. */
export const complaints = {
  'reason-missing': 'Eine Begründung ist nötig: Danach wird entschieden.',
  'reason-too-long': 'Die Begründung ist zu lang.',
  'ticket-too-long': 'Die Ticketnummer ist zu lang.',
  'group-name-missing': 'Der Name der neuen Gruppe ist leer.',
  'group-name-too-long': 'Der Name der neuen Gruppe ist zu lang.',
  'group-name-not-showable':
    'Der Name der neuen Gruppe enthält Zeichen, die sich nicht anzeigen lassen.',
  'duration-not-offered': 'Die Dauer muss eine der angebotenen sein.',
  'person-too-long': 'Der Name der Person ist zu lang.',
  'person-not-a-sign-in-name': 'Ich brauche den Anmeldenamen dieser Person, etwa ada@example.com.',
  'comment-missing': 'Sagen Sie, warum: Wer den Antrag gestellt hat, liest es.',
  'comment-too-long': 'Der Kommentar ist zu lang.',
  'deputy-is-oneself': 'Sie können sich nicht selbst vertreten.',
  'deputy-is-guest': 'Ein Gast kann niemanden vertreten. Wählen Sie ein Mitglied der Organisation.',
  'duration-not-shorter': 'Die Zeit, die Sie geben, muss kürzer sein als die beantragte.',
  'period-not-valid':
    'Der Zeitraum muss enden, nachdem er begonnen hat, und nicht in der Vergangenheit.',
  'row-not-readable':
    'In dieser Zeile steht zu wenig oder zu viel: Ich brauche einen Anmeldenamen, eine Gruppe und, falls es enden soll, eine Anzahl von Tagen, mit Semikolon dazwischen.',
  'rows-not-readable':
    'Ich kann keine dieser Zeilen lesen. Jede braucht einen Anmeldenamen, eine Gruppe und, falls es enden soll, eine Anzahl von Tagen, mit Semikolon dazwischen.',
  'row-separated-otherwise':
    'Diese Zeile ist anders getrennt als die übrigen. Verwenden Sie in jeder Zeile dasselbe Trennzeichen.',
  'row-quote-not-closed':
    'Ein Anführungszeichen in dieser Zeile ist nicht geschlossen. Schließen Sie es, oder lassen Sie es weg.',
  'row-duration-not-valid':
    'Die Dauer muss eine Anzahl von Tagen sein, etwa 30 oder 30 Tage, oder leer für unbefristet.',
  'row-repeated': 'Dieselbe Person und Gruppe stehen schon in einer früheren Zeile.',
  'row-group-ambiguous':
    'Mehrere Gruppen heißen so. Schreiben Sie statt des Namens die E-Mail-Adresse der gemeinten Gruppe oder ihre Objekt-ID.',
  'list-empty': 'Darin ist keine Zeile mit einer Person und einer Gruppe.',
  'list-too-long':
    'Eine Liste fasst höchstens 200 Zeilen. Bitte senden Sie den Rest als zweite Liste.',
  'list-not-readable':
    'Ich kann das nicht als Liste lesen, denn es ist kein Text. Senden Sie eine .csv-Datei, oder fügen Sie die Zeilen ein.',
  'form-of-another':
    'Dieses Formular hat jemand anderes gesendet. Mit „antrag“ bekommen Sie ein eigenes.',
  'catalog-name-missing': 'Der Katalog braucht einen Namen.',
  'catalog-name-too-long': 'Der Name des Katalogs ist zu lang.',
  'catalog-name-not-showable':
    'Der Name des Katalogs enthält Zeichen, die sich nicht anzeigen lassen.',
  'catalog-description-too-long': 'Die Beschreibung ist zu lang.',
  other: 'Etwas im Formular ist nicht so, wie es sein muss.',
} satisfies Readonly<Record<Complaint | 'other', string>>;
