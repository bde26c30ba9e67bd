import type { CatalogRole } from '../../../domain/approval-policy.ts';
import type { CatalogGroup } from '../../../domain/catalog-view.ts';
import { plural } from '../counting.ts';
import { de } from './elision.ts';

export const catalogs = {
  title: 'Catalogues',
  summary: 'Catalogues de groupes et de packages d’accès',
  intro:
    'Un catalogue contient des groupes et les packages d’accès qui y donnent appartenance. Ses propriétaires et ses gestionnaires de packages d’accès s’en occupent.',
  none: 'Vous ne possédez ni ne gérez aucun catalogue. Un propriétaire de catalogue ou un administrateur de Writeback peut vous en déléguer un.',
  noneYet: 'Il n’y a pas encore de catalogue.',
  noneNamed: (name: string) => `Aucun de vos catalogues ne commence par ${name}.`,
  published: 'Publié',
  unpublished: 'Non publié, personne ne peut donc y faire de demande',
  resources: (count: number) =>
    plural('fr', count, { one: `${count} ressource`, other: `${count} ressources` }),
  packages: (count: number) =>
    plural('fr', count, { one: `${count} package d’accès`, other: `${count} packages d’accès` }),
  line: (state: string, resources: string, packages: string) =>
    `${state} · ${resources}, ${packages}`,
  owners: 'Propriétaires',
  managers: 'Gestionnaires de packages d’accès',
  ownedBy: (names: string) => `Propriétaires : ${names}`,
  managedBy: (names: string) => `Gestionnaires de packages d’accès : ${names}`,
  noOwner: 'Il n’a pas encore de propriétaire',
  hidden: (count: number) =>
    plural('fr', count, {
      one: `${count} autre n’est pas affiché. Tapez catalogues et le début de son nom, par exemple : catalogues Finance`,
      other: `${count} autres ne sont pas affichés. Tapez catalogues et le début du nom, par exemple : catalogues Finance`,
    }),
  openHint: 'Choisissez-en un pour l’ouvrir.',
  open: (name: string) => `Ouvrir ${name}`,
  cardSummary: (name: string) => `Le catalogue ${name}`,
  groups: 'Groupes',
  noGroups: 'Il ne contient encore aucun groupe.',
  group: (name: string, writeback: string) => `${name} · ${writeback}`,
  writeback: {
    on: 'réécrit dans Active Directory',
    off: 'non réécrit',
    undecided: 'réécriture jamais activée ni désactivée',
    unknown: 'réécriture inconnue',
  } satisfies Readonly<Record<CatalogGroup['writeback'], string>>,
  otherResources: (count: number) =>
    plural('fr', count, {
      one: `En plus : ${count} application ou site.`,
      other: `En plus : ${count} applications ou sites.`,
    }),
  accessPackages: 'Packages d’accès',
  noPackages: 'Il n’y en a pas encore.',
  more: (count: number) =>
    plural('fr', count, { one: `et ${count} autre`, other: `et ${count} autres` }),
  noManager: 'Personne pour l’instant.',
  groupHolder: (name: string) => `${name} (un groupe, donc tous ses membres)`,
  otherHolder: (name: string) => `${name} (une application)`,

  managerHint:
    'Vous gérez ses packages d’accès. Cela se fait dans le centre d’administration Microsoft Entra.',

  newCatalog: 'Nouveau catalogue',
  addGroup: 'Ajouter un groupe',
  delegate: 'Déléguer',
  takeBack: 'Retirer un rôle',
  allCatalogs: 'Tous les catalogues',
  openCatalog: 'Ouvrir le catalogue',
  openInEntra: 'Ouvrir dans Entra',
  goOn: 'Continuer',
  back: 'Retour',

  newTitle: 'Nouveau catalogue',
  newIntro:
    'Il est publié aussitôt, mais pas pour les personnes extérieures à votre organisation. Vous ajoutez ensuite des groupes et indiquez qui s’en occupe.',
  name: 'Nom',
  nameHint: 'Par exemple : Finance',
  nameMissing: 'Le catalogue a besoin d’un nom.',
  description: 'À quoi il sert',
  descriptionHint: 'Par exemple : groupes du service financier',
  create: 'Créer le catalogue',
  created: (name: string) => `Le catalogue ${name} est créé. Ajoutez des groupes et déléguez-le.`,

  addTitle: (catalog: string) => `Ajouter un groupe à ${catalog}`,
  addIntro:
    'Les personnes qui gèrent ici les packages d’accès pourront alors donner l’appartenance à ce groupe. Personne n’en devient encore membre.',
  groupLabel: 'Groupe',
  groupHint: 'Tapez le début de son nom',
  groupMissing: 'Choisissez un groupe dans la liste.',
  chosenGroup: 'le groupe choisi',
  add: 'Ajouter le groupe',
  added: (group: string) => `${group} est maintenant dans le catalogue.`,
  wasThere: (group: string) => `${group} était déjà dans le catalogue, rien n’a donc été modifié.`,

  delegateTitle: (catalog: string) => `Déléguer ${catalog}`,
  person: 'Personne',
  personHint: 'Tapez un nom',
  personName: 'Ou son nom de connexion',
  personNameHint: 'prenom.nom@contoso.com',
  personMissing: 'Choisissez une personne ou saisissez son nom de connexion.',
  chosenPerson: 'la personne choisie',
  role: 'Rôle',
  roleMissing: 'Choisissez un rôle.',
  roles: {
    'catalog-owner': 'Propriétaire du catalogue',
    'access-package-manager': 'Gestionnaire de packages d’accès',
  } satisfies Readonly<Record<CatalogRole, string>>,
  confirmTitle: (person: string) => `Donner ce rôle à ${person} ?`,
  wouldBe: {
    'catalog-owner': (person: string, catalog: string) =>
      `${person} devient propriétaire du catalogue ${catalog}.`,
    'access-package-manager': (person: string, catalog: string) =>
      `${person} devient gestionnaire de packages d’accès du catalogue ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (person: string, catalog: string) => string>>,
  may: 'Ce rôle permet de',
  mayNot: 'Il ne permet pas de',
  allows: {
    'catalog-owner': [
      'ajouter au catalogue des ressources qu’on possède, et en retirer des ressources',
      'créer, modifier et supprimer des packages d’accès et des stratégies avec les ressources du catalogue',
      'affecter directement des personnes, et les retirer',
      'rendre d’autres personnes propriétaires ou gestionnaires de packages d’accès du catalogue',
    ],
    'access-package-manager': [
      'créer, modifier et supprimer des packages d’accès avec les ressources présentes dans le catalogue',
      'créer et modifier leurs stratégies : qui peut demander, qui approuve, quand l’accès prend fin',
      'affecter directement des personnes, et les retirer',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  forbids: {
    'catalog-owner': [
      'faire quoi que ce soit dans d’autres catalogues',
      'créer de nouveaux catalogues',
    ],
    'access-package-manager': [
      'ajouter des ressources au catalogue ou en retirer',
      'rendre d’autres personnes propriétaires ou gestionnaires de packages d’accès',
      'faire quoi que ce soit dans d’autres catalogues',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  mayApprove:
    'Là où la stratégie d’approbation sollicite ce rôle, cette personne décide aussi des demandes ici dans Writeback.',
  youMayApprove:
    'Là où la stratégie d’approbation sollicite ce rôle, vous décidez aussi des demandes ici dans Writeback.',
  bullet: (line: string) => `• ${line}`,
  confirmDelegate: 'Déléguer',
  held: (person: string, role: string) => `${person} a déjà ce rôle : ${role}.`,
  delegated: {
    'catalog-owner': (person: string) => `${person} est maintenant propriétaire de ce catalogue.`,
    'access-package-manager': (person: string) =>
      `${person} est maintenant gestionnaire de packages d’accès de ce catalogue.`,
  } satisfies Readonly<Record<CatalogRole, (person: string) => string>>,
  told: (person: string) => `J’ai prévenu ${person}.`,
  notTold: (person: string) =>
    `Je n’ai pas pu écrire à ${person}. Veuillez l’en informer vous-même ; une fois l’application Writeback ajoutée, il suffit de taper catalogues.`,

  takeBackTitle: (catalog: string) => `Retirer un rôle sur ${catalog}`,
  whose: 'Rôle de',
  whoseMissing: 'Choisissez à qui retirer le rôle.',
  holder: (name: string, role: string) => `${name} · ${role}`,
  nobodyToTakeFrom: 'Personne n’a de rôle sur ce catalogue.',
  takeBackConfirmTitle: (holder: string) => `Retirer le rôle ${de(holder)} ?`,
  wouldLose: {
    'catalog-owner': (holder: string, catalog: string) =>
      `${holder} ne sera plus propriétaire du catalogue ${catalog}. Ce qui y a été mis en place reste tel quel.`,
    'access-package-manager': (holder: string, catalog: string) =>
      `${holder} ne gérera plus les packages d’accès du catalogue ${catalog}. Ce qui y a été mis en place reste tel quel.`,
  } satisfies Readonly<Record<CatalogRole, (holder: string, catalog: string) => string>>,
  lastOwner: (catalog: string) =>
    `Le catalogue ${catalog} n’aurait plus aucun propriétaire. Seuls les administrateurs pourraient s’en occuper. Mieux vaut d’abord désigner un autre propriétaire.`,
  confirmTakeBack: 'Retirer',
  tookBack: (holder: string) => `Le rôle ${de(holder)} est retiré.`,
  goneAlready: 'Ce rôle avait déjà été retiré, rien n’a donc été modifié.',

  newsTitle: (catalog: string) => `Vous vous occupez maintenant du catalogue ${catalog}`,
  newsSummary: (catalog: string) => `Le catalogue ${catalog} vous a été délégué`,
  madeYou: {
    'catalog-owner': (by: string) => `${by} vous en a donné le rôle de propriétaire.`,
    'access-package-manager': (by: string) =>
      `${by} vous en a donné le rôle de gestionnaire de packages d’accès.`,
  } satisfies Readonly<Record<CatalogRole, (by: string) => string>>,
  youMay: 'Cela vous permet de',
  youMayNot: 'Cela ne vous permet pas de',
  newsHint:
    'Cela se fait dans le centre d’administration Microsoft Entra. Tapez catalogues pour le voir ici à tout moment.',
  taken: {
    'catalog-owner': (by: string, catalog: string) =>
      `${by} a retiré votre rôle : vous n’êtes plus propriétaire du catalogue ${catalog}.`,
    'access-package-manager': (by: string, catalog: string) =>
      `${by} a retiré votre rôle : vous ne gérez plus les packages d’accès du catalogue ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (by: string, catalog: string) => string>>,
  takenSummary: 'Un de vos rôles a été retiré',

  notAllowed:
    'Vous n’avez pas le droit de faire cela avec ce catalogue. Adressez-vous à l’un de ses propriétaires ou à un administrateur de Writeback.',
  guest: (person: string) =>
    `${person} est un compte invité. Dans votre organisation, les invités ne s’occupent d’aucun catalogue ; choisissez quelqu’un d’autre.`,
  unavailable: 'Les catalogues ne peuvent pas être gérés ici.',
  rejected: 'Cela n’a pas fonctionné :',
} as const;
