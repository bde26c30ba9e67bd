import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

/** What is refused when somebody asks, and may turn out only later. */
export const adviceAtIntake = {
  'user-not-found': {
    happened: (s: string) => `No encuentro a ${s} en Microsoft Entra.`,
    next: 'Elija la persona en la lista o escriba el nombre de inicio de sesión completo.',
    whenFailed: {
      happened: (s: string) => `${s} ya no está en Microsoft Entra.`,
      next: 'Cuando la cuenta vuelva a existir, elija Reintentar. Para otra persona, haga una nueva solicitud.',
    },
  },
  'user-is-guest': {
    happened: (s: string) => `${s} tiene una cuenta de invitado.`,
    next: 'Los invitados no tienen cuenta en Active Directory, así que nunca podrán ser miembros allí. Elija otra persona o pida a un administrador una cuenta en Active Directory.',
    whenFailed: {
      next: 'Los invitados no tienen cuenta en Active Directory, así que nunca podrán ser miembros allí. Haga una nueva solicitud para otra persona o pida a un administrador una cuenta en Active Directory.',
    },
  },
  'user-is-cloud-only': {
    happened: (s: string) => `${s} solo existe en la nube.`,
    next: 'La escritura diferida omite a quienes no tienen cuenta en Active Directory. Un administrador debe crear allí la cuenta y dejar que se sincronice.',
    whenFailed: {
      next: 'La escritura diferida omite a quienes no tienen cuenta en Active Directory. Un administrador debe crear allí la cuenta, dejar que se sincronice y después elegir Reintentar.',
    },
  },
  'user-is-disabled': {
    happened: (s: string) => `La cuenta de ${s} está deshabilitada.`,
    next: 'Un administrador debe habilitarla primero.',
    whenFailed: { next: 'Un administrador debe habilitarla y después elegir Reintentar.' },
  },
  'group-not-found': {
    happened: (s: string) => `No encuentro el grupo ${s}.`,
    next: 'Elija un grupo en la lista o escriba un nombre nuevo.',
    whenFailed: {
      happened: (s: string) => `El grupo ${s} ya no está en Microsoft Entra.`,
      next: 'Un administrador puede restaurar un grupo eliminado durante 30 días y después elegir Reintentar. Para otro grupo, haga una nueva solicitud.',
    },
  },
  'group-name-taken': {
    happened: (s: string) =>
      `Ya existe un grupo con la dirección de ${s}, quizá entre los eliminados.`,
    next: 'Elija el grupo existente o escriba otro nombre.',
    whenFailed: {
      next: 'Haga una nueva solicitud: elija el grupo existente o escriba otro nombre.',
    },
  },
  'group-name-not-allowed': {
    happened: (s: string) => `La directiva de nomenclatura de su organización no permite ${s}.`,
    next: 'Elija otro nombre o pida las reglas a un administrador.',
    whenFailed: {
      next: 'Haga una nueva solicitud con otro nombre o pida las reglas a un administrador.',
    },
  },
  'group-is-dynamic': {
    happened: (s: string) => `${s} se llena solo, según una regla.`,
    next: 'No se puede asignar a nadie a un grupo dinámico. Su propietario puede cambiar la regla, o bien elija otro grupo.',
    whenFailed: {
      next: 'No se puede asignar a nadie a un grupo dinámico. El propietario del grupo puede cambiar la regla y después elegir Reintentar. Para otro grupo, haga una nueva solicitud.',
    },
  },
  'group-is-synced': {
    happened: (s: string) => `${s} procede de Active Directory.`,
    next: 'La escritura diferida no admite grupos que se administran en el entorno local. Un administrador puede pasar antes su origen de autoridad a la nube.',
    whenFailed: {
      next: 'La escritura diferida no admite grupos que se administran en el entorno local. Un administrador puede pasar su origen de autoridad a la nube y después elegir Reintentar.',
    },
  },
  'group-is-role-assignable': {
    happened: (s: string) => `${s} puede tener roles de directorio.`,
    next: 'Estos grupos los administran solo administradores con privilegios, no los paquetes de acceso.',
  },
  'group-is-distribution': {
    happened: (s: string) =>
      `${s} es un grupo de distribución o de seguridad habilitado para correo.`,
    next: 'Los paquetes de acceso y la escritura diferida funcionan con grupos de Microsoft 365 y de seguridad. Elija otro grupo.',
    whenFailed: {
      next: 'Los paquetes de acceso y la escritura diferida funcionan con grupos de Microsoft 365 y de seguridad. Haga una nueva solicitud para otro grupo.',
    },
  },
  'group-kind-not-writable': {
    happened: (s: string) =>
      `Ningún motor de escritura diferida de su inquilino puede escribir ${s} en Active Directory.`,
    next: 'Un administrador debe configurar el motor para este tipo de grupo: Cloud Sync para grupos de seguridad, Connect Sync para grupos de Microsoft 365.',
  },
  'group-out-of-scope': {
    happened: (s: string) => `Cloud Sync no escribe ${s} en Active Directory.`,
    next: 'Un administrador debe agregar el grupo al ámbito de la configuración de Cloud Sync en el Centro de administración de Entra; veré el cambio en un minuto.',
    whenFailed: {
      next: 'Un administrador debe agregar el grupo al ámbito de la configuración de Cloud Sync en el Centro de administración de Entra y después elegir Reintentar.',
    },
  },
  'job-paused': {
    happened: (s: string) => `Cloud Sync escribiría ${s} en Active Directory, pero está en pausa.`,
    next: 'Un administrador debe habilitar la configuración de Cloud Sync en el Centro de administración de Entra.',
    whenFailed: {
      next: 'Un administrador debe habilitar la configuración de Cloud Sync en el Centro de administración de Entra y después elegir Reintentar.',
    },
  },
  'job-not-started': {
    happened: (s: string) =>
      `Cloud Sync escribiría ${s} en Active Directory, pero nunca se ha iniciado.`,
    next: 'Un administrador debe terminar e iniciar la configuración de Cloud Sync en el Centro de administración de Entra.',
    whenFailed: {
      next: 'Un administrador debe terminar e iniciar la configuración de Cloud Sync en el Centro de administración de Entra y después elegir Reintentar.',
    },
  },
  'writeback-off': {
    happened: () => 'La escritura diferida de grupos está desactivada en su inquilino.',
    next: 'Un administrador debe habilitar la escritura diferida de grupos en Entra Connect Sync o Cloud Sync.',
  },
  'organizational-unit-missing': {
    happened: () =>
      'No hay ninguna unidad organizativa configurada para los grupos de la escritura diferida.',
    next: 'Un administrador debe elegir la unidad organizativa en Entra Connect.',
  },
  'already-member': {
    happened: (s: string) => `${s} ya pertenece a este grupo.`,
    next: 'No hay nada que solicitar. Si Active Directory no lo muestra, espere al próximo ciclo de sincronización.',
  },
  'open-request-exists': {
    happened: (s: string) => `Ya hay una solicitud abierta para este grupo y ${s}.`,
    next: 'Escriba “mis solicitudes” para verla.',
  },
  'too-many-open-requests': {
    happened: (s: string) => `Sus solicitudes abiertas han alcanzado el límite (${s}).`,
    next: 'Cuando termine una de ellas, podrá enviar la siguiente. Escriba “mis solicitudes” para verlas: puede cancelar aquellas sobre las que nadie ha decidido o pedir a sus aprobadores que decidan. Muchas pertenencias caben en una sola lista, que cuenta como una solicitud. Un administrador puede subir el límite.',
  },
  'nobody-can-approve': {
    happened: (s: string) => `Muy pocas personas podrían aprobar esta solicitud (${s}).`,
    next: 'Nunca aprueban el solicitante ni el beneficiario, ni tampoco las cuentas deshabilitadas ni, cuando la directiva exige personas distintas, quien aprueba otra fase. Un administrador debe designar más aprobadores.',
    whenFailed: {
      next: 'Nunca aprueban el solicitante ni el beneficiario, ni tampoco las cuentas deshabilitadas ni, cuando la directiva exige personas distintas, quien aprueba otra fase. Un administrador debe designar más aprobadores y después elegir Reintentar.',
    },
  },
  'too-many-approvers': {
    happened: (s: string) =>
      `La directiva de aprobación consulta aquí a más de 200 personas (${s}).`,
    next: 'Nadie se sentiría aludido. Un administrador debe indicar un grupo más pequeño en la directiva de aprobación.',
    whenFailed: {
      next: 'Nadie se sentiría aludido. Un administrador debe indicar un grupo más pequeño en la directiva de aprobación y después elegir Reintentar.',
    },
  },
  'access-package-not-found': {
    happened: (s: string) => `No encuentro el paquete de acceso ${s}.`,
    next: 'Elija uno en la lista o deje que lo elija yo.',
    whenFailed: {
      happened: (s: string) => `El paquete de acceso ${s} ya no existe.`,
      next: 'Haga una nueva solicitud: elija otro paquete o deje que lo elija yo.',
    },
  },
  'access-package-does-not-fit': {
    happened: (s: string) =>
      `El paquete de acceso ${s} no da únicamente la pertenencia a este grupo.`,
    next: 'Elija un paquete que dé la pertenencia a este grupo y nada más, o deje que lo elija yo: quien tiene un paquete recibe todo lo que contiene, y aquí se aprueba un solo grupo.',
    whenFailed: {
      next: 'Haga una nueva solicitud: elija un paquete que dé la pertenencia a este grupo y nada más, o deje que lo elija yo.',
    },
  },
  'access-package-holds-more': {
    happened: (s: string) =>
      `El paquete de acceso ${s}, que uso para este grupo, da más que la pertenencia a él.`,
    next: 'Alguien ha puesto otra cosa en él. Un administrador debe quitarla en el Centro de administración de Entra, en los roles de recursos del paquete; después se puede repetir la solicitud.',
    whenFailed: {
      next: 'Alguien ha puesto otra cosa en él, así que no he asignado a nadie. Un administrador debe quitarla en el Centro de administración de Entra, en los roles de recursos del paquete, y después elegir Reintentar.',
    },
  },
  'input-not-valid': {
    happened: (s: string) => s,
    next: 'Corrija el formulario y envíelo de nuevo.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
