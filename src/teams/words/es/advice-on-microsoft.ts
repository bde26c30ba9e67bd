import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What Microsoft Graph and entitlement management answer. */
export const adviceOnMicrosoft = {
  'graph-permission-missing': {
    happened: () => 'Microsoft Graph no me permite hacer esto.',
    next: 'Un administrador debe conceder al bot el permiso que figura en los detalles y después elegir Reintentar.',
  },
  'graph-credentials-refused': {
    happened: () => 'Microsoft Entra no ha aceptado mis credenciales.',
    next: 'Un administrador debe renovar el certificado o el secreto del bot y después elegir Reintentar.',
  },
  'graph-unreachable': {
    happened: () => 'Microsoft Graph no responde en este momento.',
    next: 'No se ha perdido nada. Inténtelo de nuevo en unos minutos.',
  },
  'graph-throttled': {
    happened: () => 'Microsoft Graph me pide que vaya más despacio.',
    next: 'No se ha perdido nada. Inténtelo de nuevo en unos minutos.',
  },
  'graph-outcome-unknown': {
    happened: () => 'Microsoft Graph ha aceptado una orden, pero no ha dicho si la ha ejecutado.',
    next: 'Antes de repetir nada, lo compruebo. Inténtelo de nuevo en unos minutos.',
  },
  'graph-refused': {
    happened: () => 'Microsoft Graph ha rechazado la orden.',
    next: 'Un administrador encuentra el motivo en los detalles.',
  },
  'licence-missing': {
    happened: () => 'El inquilino no tiene licencia para la administración de derechos.',
    next: 'Un administrador debe asignar Microsoft Entra ID P2 o Governance; una licencia nueva tarda hasta ocho horas en surtir efecto.',
  },
  'not-visible-yet': {
    happened: () => 'Un objeto nuevo todavía no es visible en todas partes.',
    next: 'Microsoft Entra necesita unos minutos para copiarlo. Elija Reintentar más tarde.',
  },
  'not-resource-owner': {
    happened: () => 'No tengo permiso para agregar este grupo a un catálogo.',
    next: 'Un administrador debe conceder al bot Group.ReadWrite.All o hacerlo propietario del grupo y después elegir Reintentar.',
  },
  'policy-needs-approval': {
    happened: () => 'Todas las directivas de este paquete de acceso exigen otra aprobación.',
    next: 'Un administrador debe agregar una directiva sin aprobación para la asignación directa.',
  },
  'assignment-failed': {
    happened: () => 'La administración de derechos no ha podido entregar la asignación.',
    next: 'Un administrador puede volver a procesarla en el Centro de administración de Entra, o bien elija Reintentar aquí.',
  },
  'assignment-ended': {
    happened: () => 'La asignación se ha quitado antes de llegar a Active Directory.',
    next: 'Si el acceso sigue siendo necesario, haga una nueva solicitud.',
  },
  'writeback-refused': {
    happened: () => 'Microsoft Graph se ha negado a activar la escritura diferida para este grupo.',
    next: 'Un administrador encuentra el motivo en los detalles.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
