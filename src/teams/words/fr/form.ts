import type { Complaint } from '../../../domain/complaint.ts';
import type { GroupKind } from '../../../domain/group.ts';
import type { GroupTrait } from '../../../setup/use-cases.ts';

export const form = {
  title: 'Demander l’ajout à un groupe',
  summary: 'Le formulaire d’une nouvelle demande',
  intro: 'Un approbateur décide. Vous voyez tous deux à l’avance ce qui va changer.',
  group: 'Groupe',
  groupHint: 'Tapez le début de son nom',
  newGroup: 'ou le nom d’un nouveau groupe',
  newGroupHint: 'Seulement s’il n’existe pas encore',
  person: 'Personnes (vide : vous)',
  personHint: 'Tapez un nom',
  personName: 'ou leurs noms de connexion, un par ligne',
  personNameHint: 'ada@example.com',
  accessPackage: 'Package d’accès (vide : je choisis)',
  accessPackageHint: 'Tapez le début de son nom',
  reason: 'Motif',
  reasonHint: 'L’approbateur décide d’après lui',
  ticket: 'N° de ticket (s’il en faut un)',
  ticketHint: 'Comme votre système de tickets l’écrit',
  whoDecides: 'Qui décide ?',
  decides: 'Qui décide',
  decidesAny: (who: string) => `${who} : une seule de ces personnes suffit`,
  decidesAll: (who: string) => `${who} : toutes ces personnes`,
  decidesSome: (count: number, who: string) => `${who} : ${count} de ces personnes`,
  atMostDays: (days: string) => `Au plus ${days}.`,
  tooLongFor: (duration: string, group: string) => `${duration} (trop long pour ${group})`,
  escalates: (span: string, who: string) => `Si personne ne décide sous ${span}, aussi : ${who}`,
  rule: (label: string, rule: string) => `${label} : ${rule}`,
  duration: 'Pour combien de temps',
  noEnd: 'Sans fin',
  notRequestable: 'ne peut pas être demandé',
  damaged: 'Le formulaire n’a pas pu être lu, en voici donc un nouveau.',
  mark: '↑ Veuillez revoir ce champ.',
  notSendable: 'En l’état, la demande ne peut pas être envoyée. Vos saisies sont conservées.',
  rejected: 'Je n’ai pas encore pu envoyer la demande. Vos saisies sont conservées.',
  chosenGroup: 'Le groupe choisi',
  chosenPerson: 'La personne choisie',
  chosenPackage: 'Le package d’accès choisi',
  noGroup: 'Choisissez un groupe dans la liste ou saisissez le nom d’un nouveau groupe.',
  twoGroups: 'Choisissez un groupe dans la liste ou saisissez un nouveau nom, pas les deux.',
  decidesFor: (names: string) => `Pour ${names} :`,
  tooManyPeople: (limit: number) =>
    `Un formulaire accepte au plus ${limit} personnes, j’ai donc gardé les ${limit} premières. Pour en ajouter davantage, tapez « liste » et collez une liste.`,
  breakGlassForOne:
    'L’accès d’urgence concerne une seule personne à la fois. Ne laissez que celle qui en a besoin maintenant.',
  noReason: 'Dites pourquoi l’ajout est nécessaire : l’approbateur décide d’après cela.',
  tooLong: (label: string, limit: number) => `${label} : au plus ${limit} caractères.`,
  notAChoice: (label: string) => `${label} : choisissez un élément de la liste.`,
  groupsCalled: (name: string) =>
    `Plusieurs groupes s’appellent ${name}. Choisissez le vôtre dans la liste.`,
  groupsLike: (name: string) =>
    `Aucun groupe ne s’appelle exactement ${name}. Le champ « Groupe » propose ceux dont le nom commence ainsi.`,
  groupUnknown: (name: string) =>
    `Aucun groupe ne s’appelle exactement ${name}. Choisissez-en un dans la liste ou laissez ce nom pour le créer.`,
} as const;

export const groupKinds = {
  'microsoft-365': 'Microsoft 365',
  security: 'Sécurité',
  'mail-enabled-security': 'Sécurité à extension messagerie',
  distribution: 'Distribution',
} satisfies Readonly<Record<GroupKind, string>>;

export const groupTraits = {
  synced: 'provient d’Active Directory',
  dynamic: 'dynamique',
  'role-assignable': 'peut recevoir des rôles',
} satisfies Readonly<Record<GroupTrait, string>>;

export const complaints = {
  'reason-missing': 'Un motif est nécessaire : l’approbateur décide d’après lui.',
  'reason-too-long': 'Le motif est trop long.',
  'ticket-too-long': 'Le numéro du ticket est trop long.',
  'group-name-missing': 'Le nom du nouveau groupe est vide.',
  'group-name-too-long': 'Le nom du nouveau groupe est trop long.',
  'group-name-not-showable':
    'Le nom du nouveau groupe contient des caractères qui ne peuvent pas être affichés.',
  'duration-not-offered': 'La durée doit être l’une de celles proposées.',
  'person-too-long': 'Le nom de la personne est trop long.',
  'person-not-a-sign-in-name':
    'Il me faut le nom de connexion de cette personne, par exemple ada@example.com.',
  'comment-missing': 'Dites pourquoi : le demandeur le lira.',
  'comment-too-long': 'Le commentaire est trop long.',
  'deputy-is-oneself': 'Vous ne pouvez pas assurer votre propre suppléance.',
  'deputy-is-guest':
    'Un invité ne peut pas assurer de suppléance. Choisissez un membre de l’organisation.',
  'duration-not-shorter': 'La durée accordée doit être plus courte que celle demandée.',
  'period-not-valid': 'La période doit finir après son début, et pas dans le passé.',
  'row-not-readable':
    'Cette ligne en dit trop ou trop peu : il me faut un nom de connexion, un groupe et, s’il y a une fin, un nombre de jours, séparés par des points-virgules.',
  'rows-not-readable':
    'Je ne peux lire aucune de ces lignes. Il faut dans chacune un nom de connexion, un groupe et, s’il y a une fin, un nombre de jours, séparés par des points-virgules.',
  'row-separated-otherwise':
    'Cette ligne n’est pas séparée comme les autres. Utilisez le même signe entre ses parties dans toutes les lignes.',
  'row-quote-not-closed': 'Un guillemet n’est pas fermé dans cette ligne. Fermez-le ou retirez-le.',
  'row-duration-not-valid':
    'La durée doit être un nombre de jours, par exemple 30 ou 30 jours, ou rester vide s’il n’y a pas de fin.',
  'row-repeated': 'La même personne et le même groupe figurent déjà dans une ligne précédente.',
  'row-group-ambiguous':
    'Plusieurs groupes portent ce nom. Écrivez l’adresse e-mail de celui que vous voulez à la place de son nom, ou son ID d’objet.',
  'list-empty': 'Elle ne contient aucune ligne avec une personne et un groupe.',
  'list-too-long':
    'Une liste peut avoir au plus 200 lignes. Veuillez envoyer le reste dans une deuxième liste.',
  'list-not-readable':
    'Je ne peux pas lire cela comme une liste, car ce n’est pas du texte. Envoyez un fichier .csv ou collez les lignes.',
  'form-of-another':
    'Ce formulaire a été envoyé par quelqu’un d’autre. Tapez « demande » pour avoir le vôtre.',
  'catalog-name-missing': 'Le catalogue a besoin d’un nom.',
  'catalog-name-too-long': 'Le nom du catalogue est trop long.',
  'catalog-name-not-showable':
    'Le nom du catalogue contient des caractères qui ne peuvent pas être affichés.',
  'catalog-description-too-long': 'La description est trop longue.',
  other: 'Quelque chose dans le formulaire n’est pas comme il faut.',
} satisfies Readonly<Record<Complaint | 'other', string>>;
