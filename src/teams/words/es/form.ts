import type { Complaint } from '../../../domain/complaint.ts';
import type { GroupKind } from '../../../domain/group.ts';
import type { GroupTrait } from '../../../setup/use-cases.ts';

export const form = {
  title: 'Solicitar la pertenencia a un grupo',
  summary: 'El formulario para una nueva solicitud',
  intro: 'Decide un aprobador. Ambos ven antes lo que cambiará.',
  group: 'Grupo',
  groupHint: 'Escriba el principio de su nombre',
  newGroup: 'o el nombre de un grupo nuevo',
  newGroupHint: 'Solo si aún no existe',
  person: 'Personas (vacío: usted)',
  personHint: 'Escriba un nombre',
  personName: 'o sus nombres de inicio de sesión, uno por línea',
  personNameHint: 'ada@example.com',
  accessPackage: 'Paquete de acceso (vacío: elijo yo)',
  accessPackageHint: 'Escriba el principio de su nombre',
  reason: 'Motivo',
  reasonHint: 'El aprobador decide según el motivo',
  ticket: 'Número de incidencia (si se exige)',
  ticketHint: 'Como figura en su sistema de incidencias',
  whoDecides: '¿Quién decide?',
  decides: 'Quién decide',
  decidesAny: (who: string) => `${who}: basta con una persona`,
  decidesAll: (who: string) => `${who}: todas estas personas`,
  decidesSome: (count: number, who: string) => `${who}: ${count} de estas personas`,
  atMostDays: (days: string) => `Como máximo, ${days}.`,
  tooLongFor: (duration: string, group: string) => `${duration} (demasiado tiempo para ${group})`,
  escalates: (span: string, who: string) => `Si nadie decide en ${span}, también: ${who}`,
  rule: (label: string, rule: string) => `${label}: ${rule}`,
  duration: 'Por cuánto tiempo',
  noEnd: 'Sin límite',
  notRequestable: 'no se puede solicitar',
  damaged: 'No se pudo leer el formulario, así que aquí hay uno nuevo.',
  mark: '↑ Revise este campo.',
  notSendable: 'Tal como está no se puede enviar. Lo que ha escrito se conserva.',
  rejected: 'Aún no he podido enviar esto. Lo que ha escrito se conserva.',
  chosenGroup: 'El grupo elegido',
  chosenPerson: 'La persona elegida',
  chosenPackage: 'El paquete de acceso elegido',
  noGroup: 'Elija un grupo en la lista o escriba el nombre de uno nuevo.',
  twoGroups: 'Elija un grupo en la lista o escriba un nombre nuevo, pero no ambas cosas.',
  decidesFor: (names: string) => `Para ${names}:`,
  tooManyPeople: (limit: number) =>
    `Un formulario admite como máximo ${limit} personas, así que he conservado las primeras ${limit}. Para más, escriba “lista” y pegue una lista.`,
  breakGlassForOne:
    'El acceso de emergencia es para una sola persona cada vez. Deje solo a quien lo necesita ahora.',
  noReason: 'Indique por qué se necesita la pertenencia: el aprobador decide según el motivo.',
  tooLong: (label: string, limit: number) => `${label}: como máximo ${limit} caracteres.`,
  notAChoice: (label: string) => `${label}: elija una opción de la lista.`,
  groupsCalled: (name: string) => `Varios grupos se llaman ${name}. Elija el suyo en la lista.`,
  groupsLike: (name: string) =>
    `Ningún grupo se llama exactamente ${name}. El campo «Grupo» ofrece los que empiezan así.`,
  groupUnknown: (name: string) =>
    `Ningún grupo se llama exactamente ${name}. Elija uno en la lista o deje el nombre para crearlo.`,
} as const;

export const groupKinds = {
  'microsoft-365': 'Microsoft 365',
  security: 'Seguridad',
  'mail-enabled-security': 'Seguridad habilitado para correo',
  distribution: 'Distribución',
} satisfies Readonly<Record<GroupKind, string>>;

export const groupTraits = {
  synced: 'de Active Directory',
  dynamic: 'dinámico',
  'role-assignable': 'asignable a roles',
} satisfies Readonly<Record<GroupTrait, string>>;

/** What is wrong with an input that a client has let through; `other` for what has no text of its own. */
export const complaints = {
  'reason-missing': 'Se necesita un motivo: el aprobador decide según él.',
  'reason-too-long': 'El motivo es demasiado largo.',
  'ticket-too-long': 'El número de incidencia es demasiado largo.',
  'group-name-missing': 'El nombre del grupo nuevo está vacío.',
  'group-name-too-long': 'El nombre del grupo nuevo es demasiado largo.',
  'group-name-not-showable':
    'El nombre del grupo nuevo contiene caracteres que no se pueden mostrar.',
  'duration-not-offered': 'La duración debe ser una de las ofrecidas.',
  'person-too-long': 'El nombre de la persona es demasiado largo.',
  'person-not-a-sign-in-name':
    'Necesito el nombre de inicio de sesión de esta persona, por ejemplo ada@example.com.',
  'comment-missing': 'Indique por qué: el solicitante lo leerá.',
  'comment-too-long': 'El comentario es demasiado largo.',
  'deputy-is-oneself': 'Nadie puede ser su propio suplente.',
  'deputy-is-guest': 'Un invitado no puede ser suplente. Elija a un miembro de la organización.',
  'duration-not-shorter': 'El tiempo que concede debe ser más corto que el solicitado.',
  'period-not-valid': 'El período debe terminar después de empezar y no estar en el pasado.',
  'row-not-readable':
    'En esta línea falta o sobra algo: necesito un nombre de inicio de sesión, un grupo y, si termina, un número de días, separados por punto y coma.',
  'rows-not-readable':
    'No puedo leer ninguna de estas líneas. Cada una necesita un nombre de inicio de sesión, un grupo y, si termina, un número de días, separados por punto y coma.',
  'row-separated-otherwise':
    'Esta línea no está separada como las demás. Use el mismo signo entre sus partes en todas las líneas.',
  'row-quote-not-closed': 'En esta línea hay unas comillas sin cerrar. Ciérrelas o quítelas.',
  'row-duration-not-valid':
    'La duración debe ser un número de días, por ejemplo 30 o 30 días, o estar vacía si no hay límite.',
  'row-repeated': 'La misma persona y el mismo grupo están en una línea anterior.',
  'row-group-ambiguous':
    'Varios grupos se llaman así. Escriba la dirección de correo del que quiere en lugar de su nombre, o su id. de objeto.',
  'list-empty': 'No contiene ninguna línea con una persona y un grupo.',
  'list-too-long':
    'Una lista puede tener como máximo 200 líneas. Envíe el resto como una segunda lista.',
  'list-not-readable':
    'No puedo leer esto como una lista, porque no es texto. Envíe un archivo .csv o pegue las líneas.',
  'form-of-another':
    'Este formulario lo envió otra persona. Escriba “solicitud” para obtener uno propio.',
  'catalog-name-missing': 'El catálogo necesita un nombre.',
  'catalog-name-too-long': 'El nombre del catálogo es demasiado largo.',
  'catalog-name-not-showable':
    'El nombre del catálogo contiene caracteres que no se pueden mostrar.',
  'catalog-description-too-long': 'La descripción es demasiado larga.',
  other: 'Algo en el formulario no está como debe.',
} satisfies Readonly<Record<Complaint | 'other', string>>;
