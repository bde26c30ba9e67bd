import type { CatalogRole } from '../../../domain/approval-policy.ts';
import type { CatalogGroup } from '../../../domain/catalog-view.ts';
import { plural } from '../counting.ts';

/**
 * Catalogs and who manages them. What each role allows stands as Microsoft has it:
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export const catalogs = {
  title: 'Catálogos',
  summary: 'Catálogos de grupos y paquetes de acceso',
  intro:
    'Un catálogo contiene grupos y los paquetes de acceso que dan pertenencia a ellos. Se encargan de él sus propietarios y sus administradores de paquetes de acceso.',
  none: 'No posee ni administra ningún catálogo. El propietario de un catálogo o un administrador de Writeback puede delegarle uno.',
  noneYet: 'Todavía no hay ningún catálogo.',
  noneNamed: (name: string) => `Ninguno de sus catálogos empieza por ${name}.`,
  published: 'Publicado',
  unpublished: 'No publicado, así que nadie puede solicitar nada de él',
  resources: (count: number) =>
    plural('es', count, { one: 'un recurso', other: `${count} recursos` }),
  packages: (count: number) =>
    plural('es', count, { one: 'un paquete de acceso', other: `${count} paquetes de acceso` }),
  line: (state: string, resources: string, packages: string) =>
    `${state} · ${resources}, ${packages}`,
  owners: 'Propietarios',
  managers: 'Administradores de paquetes de acceso',
  ownedBy: (names: string) => `Propietarios: ${names}`,
  managedBy: (names: string) => `Administradores de paquetes de acceso: ${names}`,
  noOwner: 'Todavía no tiene propietario',
  hidden: (count: number) =>
    plural('es', count, {
      one: 'Hay uno más que no se muestra. Escriba catálogos y el principio de su nombre, por ejemplo: catálogos Finanzas',
      other: `Hay ${count} más que no se muestran. Escriba catálogos y el principio del nombre, por ejemplo: catálogos Finanzas`,
    }),
  openHint: 'Elija uno para abrirlo.',
  open: (name: string) => `Abrir ${name}`,
  cardSummary: (name: string) => `El catálogo ${name}`,
  groups: 'Grupos',
  noGroups: 'Todavía no contiene ningún grupo.',
  group: (name: string, writeback: string) => `${name} · ${writeback}`,
  writeback: {
    on: 'con escritura diferida en Active Directory',
    off: 'sin escritura diferida',
    undecided: 'escritura diferida nunca activada ni desactivada',
    unknown: 'escritura diferida desconocida',
  } satisfies Readonly<Record<CatalogGroup['writeback'], string>>,
  otherResources: (count: number) =>
    plural('es', count, {
      one: 'Además, una aplicación o un sitio.',
      other: `Además, ${count} aplicaciones o sitios.`,
    }),
  accessPackages: 'Paquetes de acceso',
  noPackages: 'Todavía no hay ninguno.',
  more: (count: number) => plural('es', count, { one: 'y uno más', other: `y ${count} más` }),
  noManager: 'Nadie todavía.',
  groupHolder: (name: string) => `${name} (un grupo, es decir, todos sus miembros)`,
  otherHolder: (name: string) => `${name} (una aplicación)`,

  /** For access package managers, who can change nothing from here. */
  managerHint:
    'Administra sus paquetes de acceso. Eso se hace en el Centro de administración de Entra.',

  newCatalog: 'Nuevo catálogo',
  addGroup: 'Agregar un grupo',
  delegate: 'Delegar',
  takeBack: 'Retirar un rol',
  allCatalogs: 'Todos los catálogos',
  openCatalog: 'Abrir el catálogo',
  openInEntra: 'Abrir en Entra',
  goOn: 'Continuar',
  back: 'Atrás',

  newTitle: 'Nuevo catálogo',
  newIntro:
    'Se publica de inmediato, y no para personas ajenas a su organización. Después podrá agregar grupos e indicar quién se encarga de él.',
  name: 'Nombre',
  nameHint: 'Por ejemplo: Finanzas',
  nameMissing: 'El catálogo necesita un nombre.',
  description: 'Para qué sirve',
  descriptionHint: 'Por ejemplo: Grupos del departamento de finanzas',
  create: 'Crear el catálogo',
  created: (name: string) => `El catálogo ${name} ya existe. Agregue grupos y deléguelo.`,

  addTitle: (catalog: string) => `Agregar un grupo a ${catalog}`,
  addIntro:
    'Quien administre aquí paquetes de acceso podrá dar pertenencia a este grupo. Todavía no se agrega ningún miembro.',
  groupLabel: 'Grupo',
  groupHint: 'Escriba el principio de su nombre',
  groupMissing: 'Elija un grupo en la lista.',
  chosenGroup: 'el grupo elegido',
  add: 'Agregar el grupo',
  added: (group: string) => `${group} ya está en el catálogo.`,
  wasThere: (group: string) => `${group} ya estaba en el catálogo, así que no se ha cambiado nada.`,

  delegateTitle: (catalog: string) => `Delegar ${catalog}`,
  person: 'Persona',
  personHint: 'Escriba un nombre',
  personName: 'o su nombre de inicio de sesión',
  personNameHint: 'alguien@contoso.com',
  personMissing: 'Elija una persona o escriba su nombre de inicio de sesión.',
  chosenPerson: 'la persona elegida',
  role: 'Rol',
  roleMissing: 'Elija un rol.',
  roles: {
    'catalog-owner': 'Propietario del catálogo',
    'access-package-manager': 'Administrador de paquetes de acceso',
  } satisfies Readonly<Record<CatalogRole, string>>,
  confirmTitle: (person: string) => `¿Dar este rol a ${person}?`,
  wouldBe: {
    'catalog-owner': (person: string, catalog: string) =>
      `${person} recibe el rol de propietario del catálogo ${catalog}.`,
    'access-package-manager': (person: string, catalog: string) =>
      `${person} recibe el rol de administrador de paquetes de acceso del catálogo ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (person: string, catalog: string) => string>>,
  may: 'Este rol permite',
  mayNot: 'Este rol no permite',
  allows: {
    'catalog-owner': [
      'agregar al catálogo recursos de los que se es propietario y quitar recursos de él',
      'crear, cambiar y eliminar paquetes de acceso y directivas con los recursos del catálogo',
      'asignar a personas directamente y quitarlas',
      'designar a otros propietarios o administradores de paquetes de acceso del catálogo',
    ],
    'access-package-manager': [
      'crear, cambiar y eliminar paquetes de acceso con los recursos que hay en el catálogo',
      'crear y cambiar sus directivas: quién puede solicitar, quién aprueba, cuándo termina el acceso',
      'asignar a personas directamente y quitarlas',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  forbids: {
    'catalog-owner': ['hacer nada en otros catálogos', 'crear catálogos nuevos'],
    'access-package-manager': [
      'agregar recursos al catálogo o quitarlos',
      'designar a propietarios o administradores de paquetes de acceso',
      'hacer nada en otros catálogos',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  /** A rule of the approval policy may name the role. */
  mayApprove:
    'Cuando la directiva de aprobación consulta a este rol, quien lo tiene también decide sobre solicitudes aquí, en Writeback.',
  youMayApprove:
    'Cuando la directiva de aprobación consulta a este rol, usted también decide sobre solicitudes aquí, en Writeback.',
  bullet: (line: string) => `• ${line}`,
  confirmDelegate: 'Delegarlo',
  held: (person: string, role: string) => `${person} ya tiene este rol: ${role}.`,
  delegated: {
    'catalog-owner': (person: string) =>
      `${person} tiene ahora el rol de propietario de este catálogo.`,
    'access-package-manager': (person: string) =>
      `${person} tiene ahora el rol de administrador de paquetes de acceso de este catálogo.`,
  } satisfies Readonly<Record<CatalogRole, (person: string) => string>>,
  told: (person: string) => `He avisado a ${person}.`,
  notTold: (person: string) =>
    `No he podido escribir a ${person}. Avise a esa persona directamente; cuando agregue la aplicación Writeback, podrá escribir catálogos.`,

  takeBackTitle: (catalog: string) => `Retirar un rol en ${catalog}`,
  whose: 'De quién es el rol',
  whoseMissing: 'Elija a quién se retira el rol.',
  holder: (name: string, role: string) => `${name} · ${role}`,
  nobodyToTakeFrom: 'Nadie tiene un rol en este catálogo.',
  takeBackConfirmTitle: (holder: string) => `¿Retirar el rol de ${holder}?`,
  wouldLose: {
    'catalog-owner': (holder: string, catalog: string) =>
      `${holder} dejará de tener el rol de propietario del catálogo ${catalog}. Lo que haya preparado allí se queda como está.`,
    'access-package-manager': (holder: string, catalog: string) =>
      `${holder} dejará de administrar paquetes de acceso del catálogo ${catalog}. Lo que haya preparado allí se queda como está.`,
  } satisfies Readonly<Record<CatalogRole, (holder: string, catalog: string) => string>>,
  lastOwner: (catalog: string) =>
    `El catálogo ${catalog} se quedaría sin propietario. Solo los administradores podrían encargarse de él. Es mejor designar antes a otro propietario.`,
  confirmTakeBack: 'Retirarlo',
  tookBack: (holder: string) => `Se ha retirado el rol de ${holder}.`,
  goneAlready: 'Ese rol ya se había retirado, así que no se ha cambiado nada.',

  newsTitle: (catalog: string) => `Ahora se encarga del catálogo ${catalog}`,
  newsSummary: (catalog: string) => `Se le ha delegado el catálogo ${catalog}`,
  madeYou: {
    'catalog-owner': (by: string) => `${by} le ha dado el rol de propietario del catálogo.`,
    'access-package-manager': (by: string) =>
      `${by} le ha dado el rol de administrador de paquetes de acceso del catálogo.`,
  } satisfies Readonly<Record<CatalogRole, (by: string) => string>>,
  youMay: 'Este rol le permite',
  youMayNot: 'Este rol no le permite',
  newsHint:
    'Eso se hace en el Centro de administración de Entra. Escriba catálogos para verlo aquí en cualquier momento.',
  taken: {
    'catalog-owner': (by: string, catalog: string) =>
      `${by} ha retirado su rol: ya no es propietario del catálogo ${catalog}.`,
    'access-package-manager': (by: string, catalog: string) =>
      `${by} ha retirado su rol: ya no administra paquetes de acceso del catálogo ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (by: string, catalog: string) => string>>,
  takenSummary: 'Se le ha retirado un rol',

  notAllowed:
    'No tiene permiso para hacer esto con este catálogo. Pregunte a uno de sus propietarios o a un administrador de Writeback.',
  guest: (person: string) =>
    `${person} tiene una cuenta de invitado. En su organización los invitados no se encargan de catálogos; elija a otra persona.`,
  unavailable: 'Aquí no se pueden administrar catálogos.',
  rejected: 'Esto no ha funcionado:',
} as const;
