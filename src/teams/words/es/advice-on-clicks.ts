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
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'Escriba el número de la incidencia y envíe el formulario de nuevo.',
  },
  'duration-too-long': {
    happened: (s: string) =>
      `Para este acceso, la directiva de aprobación permite como máximo ${s} días.`,
    next: 'Elija un plazo más corto y envíe el formulario de nuevo.',
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'Así lo establece la directiva de aprobación de su organización. Un administrador puede cambiarla.',
  },
  'break-glass-off': {
    happened: (s: string) => `No se permite el acceso de emergencia a ${s}.`,
    next: 'Haga una solicitud normal; se avisa a sus aprobadores de inmediato.',
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
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
