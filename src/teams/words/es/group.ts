import type { RequestState } from '../../../domain/request.ts';

/** A request that was begun in front of others. */
export const group = {
  formSent:
    'He enviado el formulario a nuestro chat privado. En cuanto lo envíe, todos aquí verán quién solicita, para quién, qué grupo y hasta dónde ha llegado; el motivo queda en privado.',
  onlyYou: 'Solo usted ve esto.',
  nothingForYou: 'Aquí no tiene nada que hacer. Los demás siguen viendo la tarjeta como estaba.',
  forWhom: 'Para',
  askedBy: 'Solicitante',
  states: {
    'awaiting-approval': 'En espera de aprobación',
    denied: 'Denegada',
    cancelled: 'Cancelada',
    expired: 'Expirada: nadie decidió a tiempo',
    'setting-up': 'Aprobada; en preparación',
    delivering: 'Aprobada; en asignación',
    'awaiting-membership': 'En espera de Microsoft Entra',
    'awaiting-sync': 'En espera de la sincronización con Active Directory',
    confirmed: 'Hecho: Active Directory muestra la pertenencia',
    failed: 'Detenida; quienes pueden resolverlo lo saben',
  } satisfies Readonly<Record<RequestState, string>>,
} as const;
