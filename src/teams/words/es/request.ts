import type { Owner } from '../../../domain/advice.ts';
import type { LegName } from '../../../domain/legs.ts';
import type { LastLook } from '../../../domain/request.ts';

export const request = {
  forWhom: (person: string, group: string) => `${person} en ${group}`,
  asks: (requester: string) => `${requester} pide su decisión`,
  number: (id: string) => `Solicitud ${id}`,
  for: 'Para',
  requestedBy: 'Solicitante',
  asked: (who: string, moment: string) => `${who}, el ${moment}`,
  reason: 'Motivo',
  duration: 'Duración',
  decided: 'Decisión',
  quoted: (words: string) => `“${words}”`,
  decidedWith: (decision: string, quote: string) => `${decision}: ${quote}`,
  /** A whole request in one line of plain text. */
  sentence: (id: string, who: string, state: string) => `${id}: ${who}, ${state}`,
  asksFor: (asks: string, sentence: string) => `${asks}. ${sentence}`,
  progressTitle: 'El camino hasta Active Directory',
  comment: 'Comentario (necesario para denegar)',
  commentHint: 'El solicitante lo leerá',
  commentMissing:
    'Indique por qué deniega: el solicitante lo leerá. Escriba un comentario y después elija Denegar.',
} as const;

export const states = {
  awaitingApproval: (who: string) => `En espera de que decida ${who}`,
  settingUp: 'Aprobada. La estoy preparando.',
  delivering: 'Aprobada y preparada. La administración de derechos está asignando el paquete.',
  awaitingMembership: 'Asignada. En espera de que la pertenencia aparezca en Entra.',
  awaitingSync: 'En Entra. En espera de la sincronización con Active Directory.',
  confirmed: 'Hecho: Active Directory muestra la pertenencia.',
  attested: (who: string) => `Hecho: ${who} confirmó la pertenencia en Active Directory.`,
  denied: (who: string) => `Denegada por ${who}`,
  deniedFor: (who: string, approver: string) => `Denegada por ${who} en nombre de ${approver}`,
  cancelled: (who: string) => `Cancelada por ${who}`,
  expired: 'Nadie decidió a tiempo, así que esta solicitud ha expirado.',
  stoppedAt: (step: string) => `Detenida en el paso “${step}”`,
  stoppedWaiting: 'Detenida en el camino hasta Active Directory',
} as const;

/** Of one request; for several `bulk.count` makes the plural. */
export const listStates = {
  'awaiting-approval': 'en espera de aprobación',
  denied: 'denegada',
  cancelled: 'cancelada',
  expired: 'expirada',
  'setting-up': 'en preparación',
  delivering: 'en asignación',
  'awaiting-membership': 'en espera de Entra',
  'awaiting-sync': 'en espera de la sincronización',
  confirmed: 'en Active Directory',
  failed: 'detenida',
} as const;

export const legs = {
  assigned: 'Asignación en la administración de derechos',
  'member-in-entra': 'Miembro en Microsoft Entra',
  exported: 'Exportación por la sincronización',
  'member-in-ad': 'Miembro en Active Directory',
} satisfies Readonly<Record<LegName, string>>;

export const legStates = {
  pending: ['○', 'en espera'],
  working: ['◐', 'en curso'],
  done: ['✓', 'hecho'],
  failed: ['✕', 'con error'],
  unknown: ['?', 'no se puede ver'],
  'not-reached': ['○', 'no alcanzado'],
} as const;

export const findings = {
  'not-member': 'Active Directory aún no muestra la pertenencia.',
  'group-missing': 'El grupo aún no está en Active Directory.',
  'user-missing': 'Aún no encuentro a la persona en Active Directory.',
  'group-ambiguous':
    'Más de un objeto de Active Directory podría ser el grupo. Un administrador debería revisarlo.',
  'user-ambiguous':
    'Más de una cuenta de Active Directory podría ser la de la persona. Un administrador debería revisarlo.',
  'not-verifiable':
    'Aquí no puedo mirar en Active Directory. Un aprobador o un administrador que lo haya mirado puede confirmarlo.',
  'directory-unreachable':
    'Ningún controlador de dominio respondió en la última comprobación. Sigo comprobándolo.',
  'sync-disabled': 'La sincronización está desactivada. Un administrador debe activarla.',
  'sync-suspended': 'La sincronización está suspendida. Un administrador debe reanudarla.',
  'sync-staging':
    'El servidor de sincronización está en modo de almacenamiento provisional y no escribe nada. Un administrador debería revisarlo.',
  'waiting-for-cycle':
    'No ha empezado ningún ciclo de sincronización desde que la pertenencia llegó a Entra.',
} satisfies Readonly<Record<LastLook['finding'], string>>;

export const times = {
  doneIn: (span: string) => `hecho en ${span}`,
  altogether: (span: string) => `En total, ${span} desde la aprobación hasta la prueba.`,
  since: (moment: string) => `desde el ${moment}`,
  lastLook: (moment: string) => `Última comprobación: ${moment}.`,
  approvedBy: (who: string, moment: string) => `Aprobada por ${who}, el ${moment}`,
  deniedBy: (who: string, moment: string) => `Denegada por ${who}, el ${moment}`,
  cancelledBy: (who: string, moment: string) => `Cancelada por ${who}, el ${moment}`,
} as const;

export const notices = {
  /** A second click of the same person. */
  approvedYourself: (moment: string) => `Usted mismo aprobó esta solicitud, el ${moment}.`,
  deniedYourself: (moment: string) => `Usted mismo denegó esta solicitud, el ${moment}.`,
  approvedBefore: (who: string, moment: string) =>
    `${who} ya había aprobado esta solicitud, el ${moment}.`,
  deniedBefore: (who: string, moment: string) =>
    `${who} ya había denegado esta solicitud, el ${moment}.`,
  notCancelled: {
    approved: (who: string, moment: string) =>
      `No se ha cancelado nada: solo es posible hasta que alguien decide, y ${who} ya la había aprobado, el ${moment}.`,
    denied: (who: string, moment: string) =>
      `No se ha cancelado nada: ${who} ya había denegado la solicitud, el ${moment}.`,
    emergency: (moment: string) =>
      `No se ha cancelado nada: el acceso de emergencia no se puede cancelar. Termina por sí solo hacia el ${moment}.`,
    over: 'No se ha cancelado nada: esta solicitud ya había terminado.',
    notYours: (who: string) =>
      `No se ha cancelado nada: solo puede hacerlo ${who}, que hizo la solicitud, o un administrador.`,
  },
  unreachable: (who: string) =>
    `No puedo escribir a ${who}: falta la aplicación Writeback en su Teams o está bloqueada. En cuanto la tenga, recibirá esta solicitud.`,
  passOn: (link: string) => `Envíe este enlace, con el que se puede agregar: ${link}`,
  mender: (owner: string) => `Quién puede resolverlo: ${owner}.`,
  done: 'Listo. La tarjeta muestra cómo está ahora.',
} as const;

export const owners = {
  you: 'usted',
  'the approver': 'el aprobador',
  'the group owner': 'el propietario del grupo',
  'an administrator': 'un administrador',
  nobody: 'nadie',
} satisfies Readonly<Record<Owner, string>>;
