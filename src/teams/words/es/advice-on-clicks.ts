import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What happens when people decide, click and are written to. */
export const adviceOnClicks = {
  'catalog-not-found': {
    happened: () => 'No encuentro ese catálogo entre los suyos ni entre los que administra.',
    next: 'Escriba “catálogos” para verlos.',
  },
  'catalog-name-taken': {
    happened: (s: string) => `Ya hay un catálogo llamado ${s}.`,
    next: 'Elija otro nombre o abra el catálogo existente.',
  },
  'catalog-last-owner': {
    happened: (s: string) => `El catálogo ${s} se quedaría sin propietario.`,
    next: 'Designe antes a otro propietario. Un administrador de Writeback puede retirar al último.',
  },
  'group-not-owned': {
    happened: (s: string) => `No es propietario del grupo ${s}.`,
    next: 'Los propietarios de un catálogo agregan los grupos de los que también son propietarios. Pida al propietario del grupo que le dé ese rol, o a un administrador de Writeback que agregue el grupo.',
  },
  'request-not-found': {
    happened: () => 'No encuentro esa solicitud.',
    next: 'Escriba “mis solicitudes” para ver las suyas.',
  },
  'not-allowed': {
    happened: () => 'No tiene permiso para hacer esto.',
    next: 'Pídalo a una de las personas que figuran en la tarjeta.',
  },
  'own-request': {
    happened: () => 'No puede decidir sobre una solicitud propia o en su beneficio.',
    next: 'Debe decidir otro de los aprobadores.',
  },
  'already-decided': {
    happened: () => 'Entretanto ya se ha decidido sobre esta solicitud.',
    next: 'La tarjeta muestra ahora cómo está.',
  },
  'request-changed': {
    happened: () => 'Esta solicitud ha cambiado entretanto.',
    next: 'La tarjeta muestra ahora cómo está; vuelva a mirarla.',
  },
  'person-not-reachable': {
    happened: (s: string) => `No puedo escribir a ${s}.`,
    next: 'Esa persona debe agregar antes la aplicación Writeback en Teams.',
  },
  defect: {
    happened: () => 'Algo ha fallado por mi parte.',
    next: 'No se ha perdido nada. Un administrador encuentra el motivo en el registro, con el número de esta solicitud.',
  },
  'reason-not-accepted': {
    happened: (s: string) => s,
    next: 'Indíquelo en el motivo y envíe el formulario de nuevo.',
    whenFailed: {
      next: 'Lo que se va a cambiar ya no es como se aprobó, y ahora le corresponde otra regla. Haga una solicitud nueva que la cumpla.',
    },
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'Escriba el número de la incidencia y envíe el formulario de nuevo.',
    whenFailed: {
      next: 'Lo que se va a cambiar ya no es como se aprobó, y ahora le corresponde otra regla. Haga una solicitud nueva que la cumpla.',
    },
  },
  'duration-too-long': {
    happened: (s: string) =>
      `Para este acceso, la directiva de aprobación permite como máximo ${s} días.`,
    next: 'Elija un plazo más corto y envíe el formulario de nuevo.',
    whenFailed: {
      next: 'Lo que se va a cambiar ya no es como se aprobó, y ahora le corresponde otra regla. Haga una solicitud nueva que la cumpla.',
    },
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'Así lo establece la directiva de aprobación de su organización. Un administrador puede cambiarla.',
    whenFailed: {
      next: 'Lo que se va a cambiar ya no es como se aprobó, y la directiva de aprobación de su organización lo rechaza ahora. Un administrador puede cambiarla y después elegir Reintentar.',
    },
  },
  'break-glass-off': {
    happened: (s: string) => `No se permite el acceso de emergencia a ${s}.`,
    next: 'Haga una solicitud normal; se avisa a sus aprobadores de inmediato.',
  },
  'break-glass-unreviewed': {
    happened: (s: string) =>
      `Su acceso de emergencia ${s} aún no se ha revisado, y hasta entonces no hay otro.`,
    next: 'Pida a una de las personas avisadas que lo revise o haga una solicitud normal; se avisa a sus aprobadores de inmediato.',
  },
  'break-glass-new-group': {
    happened: (s: string) =>
      `${s} todavía no existe, y el acceso de emergencia no crea grupos: su propietario seguiría siéndolo al acabar las horas.`,
    next: 'Elija un grupo que exista o haga una solicitud normal; se avisa a sus aprobadores de inmediato.',
  },
  'break-glass-under-way': {
    happened: (s: string) => `${s} ya está en curso y da la misma pertenencia.`,
    next: 'El acceso de emergencia no sería más rápido. Quien hizo esa solicitud o va a recibir el acceso puede escribir “por qué” y su número para leer a qué espera.',
  },
  'not-asked-now': {
    happened: () => 'En esta fase no le toca decidir.',
    next: 'En la tarjeta figura quién decide ahora.',
  },
  'already-approved': {
    happened: () => 'Su aprobación ya cuenta.',
    next: 'No tiene que hacer nada más. Si faltan aprobaciones, deben darlas otras personas.',
  },
  'approved-earlier-stage': {
    happened: () => 'Ya aprobó una fase anterior de esta solicitud.',
    next: 'En esta fase debe decidir otra persona. En la tarjeta figura quién.',
  },
  'needed-later': {
    happened: (s: string) => `Una fase posterior de esta solicitud le necesita (${s}).`,
    next: 'Allí no hay nadie más, y nadie aprueba dos veces. Deje esta fase a otra de las personas que figuran en la tarjeta.',
  },
  'no-longer-approver': {
    happened: () => 'Ya no forma parte de quienes deciden sobre esta solicitud.',
    next: 'Ha dejado el grupo o el rol por el que se le consultó. En la tarjeta figura quién decide; un administrador puede corregirlo.',
  },
  'approval-expired': {
    happened: () => 'El plazo para decidir sobre esta solicitud ha terminado.',
    next: 'No se ha decidido nada. Quien aún necesite el acceso debe hacer una solicitud nueva.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
