import type { CauseCode, CauseOwner, Certainty, Fix, Source } from '../../../domain/cause.ts';
import type { CauseNames } from '../en/causes.ts';

/** Why somebody is not in Active Directory yet. */
export const causes = {
  'procedure-failed': () => 'La preparación se detuvo antes de terminar.',
  'awaiting-decision': () => 'Nadie ha decidido todavía.',
  'user-not-found': ({ person }) => `${person} ya no está en Microsoft Entra.`,
  'user-is-guest': ({ person }) =>
    `${person} tiene una cuenta de invitado, y los invitados no tienen cuenta en Active Directory.`,
  'user-is-cloud-only': ({ person }) =>
    `${person} solo existe en la nube, y la escritura diferida omite a quienes no tienen cuenta en Active Directory.`,
  'user-missing': ({ person }) => `No encuentro la cuenta de ${person} en Active Directory.`,
  'user-ambiguous': ({ person }) =>
    `Más de una cuenta de Active Directory podría ser la de ${person}.`,
  'user-in-other-domain': ({ person, group }) =>
    `La cuenta de ${person} está en un dominio distinto que ${group}.`,
  'licence-missing': () => 'El inquilino no tiene licencia para la administración de derechos.',
  'assignment-ended': ({ person }) => `La asignación de ${person} se ha quitado o ha expirado.`,
  'membership-removed': ({ person, group }) => `Alguien ha quitado a ${person} de ${group}.`,
  'assignment-stuck': () =>
    'La administración de derechos tarda mucho más de lo habitual en la entrega.',
  'group-not-found': ({ group }) => `${group} ya no está en Microsoft Entra.`,
  'group-is-synced': ({ group }) =>
    `${group} procede de Active Directory, así que no tiene escritura diferida.`,
  'group-is-dynamic': ({ group }) => `${group} se llena solo, según una regla.`,
  'group-is-role-assignable': ({ group }) => `${group} puede tener roles de directorio.`,
  'group-is-distribution': ({ group }) =>
    `${group} es un grupo de distribución o de seguridad habilitado para correo.`,
  'group-kind-not-writable': ({ group }) =>
    `Ningún motor de escritura diferida del inquilino escribe grupos del tipo de ${group}.`,
  'group-writeback-off': ({ group }) => `Se ha desactivado la escritura diferida de ${group}.`,
  'group-writeback-undecided': ({ group }) =>
    `Nadie ha decidido si ${group} tiene escritura diferida, así que cuenta el valor predeterminado del inquilino.`,
  'group-too-large': ({ group }) => `${group} tiene más miembros de los que escribe el motor.`,
  'group-ambiguous': ({ group }) => `Más de un objeto de Active Directory podría ser ${group}.`,
  'writeback-off': () => 'La escritura diferida de grupos está desactivada en el inquilino.',
  'organizational-unit-missing': () =>
    'No hay ninguna unidad organizativa configurada para los grupos de la escritura diferida.',
  'organizational-unit-differs': () =>
    'El motor escribe en una unidad organizativa distinta de la que había cuando se aprobó la solicitud.',
  'sync-staging': () =>
    'El servidor de sincronización está en modo de almacenamiento provisional y no escribe nada.',
  'sync-disabled': () => 'La sincronización está desactivada.',
  'sync-suspended': () =>
    'La sincronización está suspendida, como ocurre mientras su asistente está abierto.',
  'sync-stopped': () => 'La sincronización lleva mucho más tiempo del debido sin ejecutarse.',
  'job-missing': () => 'Cloud Sync no tiene ninguna configuración que escriba grupos.',
  'job-paused': () => 'La configuración de Cloud Sync está en pausa.',
  'job-not-started': () => 'La configuración de Cloud Sync nunca se ha iniciado.',
  'job-quarantined': () => 'La configuración de Cloud Sync está en cuarentena.',
  'job-failing': () => 'La última ejecución de Cloud Sync produjo un error.',
  'group-out-of-scope': ({ group }) => `${group} no está en el ámbito de Cloud Sync.`,
  'provisioning-failed': ({ group }) => `Cloud Sync no ha podido escribir ${group}.`,
  'provisioning-skipped': ({ person, group }) =>
    `Cloud Sync ha omitido a ${person} al escribir ${group}.`,
  'directory-refused-credentials': () => 'Active Directory no ha aceptado mi cuenta.',
  'directory-not-secure': () => 'La conexión con Active Directory no es segura, así que no la uso.',
  'directory-unreachable': () => 'Ningún controlador de dominio responde, así que no puedo mirar.',
  'not-verifiable': () => 'Aquí no puedo mirar en Active Directory.',
  'group-missing': ({ group }) =>
    `Se ha ejecutado una sincronización, pero ${group} no ha aparecido en Active Directory.`,
  'member-missing': ({ person, group }) =>
    `Se ha ejecutado una sincronización, pero Active Directory no muestra a ${person} en ${group}.`,
  'user-is-disabled': ({ person }) => `La cuenta de ${person} está deshabilitada.`,
  'assignment-under-way': () => 'La administración de derechos está entregando la asignación.',
  'membership-not-yet': ({ person, group }) =>
    `${person} todavía no aparece como miembro de ${group} en Microsoft Entra.`,
  'sync-running': () => 'Se está ejecutando una sincronización.',
  'sync-not-begun': () =>
    'No ha empezado ninguna sincronización desde que la pertenencia llegó a Microsoft Entra.',
} satisfies Readonly<Record<CauseCode, (names: CauseNames) => string>>;

/** What to do about it, said to whoever can. */
export const fixes = {
  wait: 'Nada: se resuelve solo y sigo comprobándolo.',
  'sync-now':
    'La próxima sincronización programada lo incluye. Un administrador puede ejecutar una ahora.',
  decide: 'Debe decidir uno de los aprobadores.',
  'try-again': 'Elija Reintentar cuando esté resuelto el motivo que indica la tarjeta.',
  'request-again': 'Si el acceso sigue siendo necesario, haga una nueva solicitud.',
  'choose-another-person':
    'Haga una solicitud para una persona que tenga cuenta en Active Directory.',
  'choose-another-group': 'Haga una solicitud para otro grupo.',
  'create-account-on-premises':
    'Cree la cuenta en Active Directory y deje que se sincronice con Microsoft Entra.',
  'enable-account': 'Habilite la cuenta.',
  'check-search-base':
    'Compruebe que la cuenta está en el bosque del grupo y por debajo de la base en la que busco.',
  'remove-duplicate': 'Busque los objetos con el mismo marcador o delimitador y deje solo uno.',
  'assign-licence': 'Asigne Microsoft Entra ID P2 o Governance.',
  'reprocess-assignment':
    'Vuelva a procesar la asignación en el Centro de administración de Entra.',
  'restore-membership':
    'Quite la asignación y haga una nueva solicitud, o vuelva a agregar a la persona.',
  'change-membership-rule': 'Cambie la regla o convierta el grupo en uno con miembros asignados.',
  'convert-source-of-authority': 'Pase el origen de autoridad del grupo a la nube.',
  'set-up-engine-for-kind':
    'Configure Cloud Sync para grupos de seguridad o Connect Sync para grupos de Microsoft 365.',
  'enable-writeback-of-group': 'Active la escritura diferida en las propiedades del grupo.',
  'enable-writeback-of-tenant':
    'Habilite la escritura diferida de grupos en Entra Connect Sync o Cloud Sync.',
  'make-group-smaller':
    'Divida el grupo o quite a los miembros que no necesitan acceso en el entorno local.',
  'set-organizational-unit':
    'Haga que coincidan la unidad organizativa del motor y aquella en la que miro.',
  'end-staging':
    'Saque el servidor del modo de almacenamiento provisional o revise el servidor activo.',
  'enable-scheduler':
    'Ejecute Set-ADSyncScheduler -SyncCycleEnabled $true en el servidor de sincronización.',
  'ask-to-enable-scheduler':
    'Pida a un administrador que vuelva a activar la sincronización programada.',
  'close-wizard': 'Cierre el asistente de configuración en el servidor de sincronización.',
  'check-sync-server':
    'Compruebe que el servidor de sincronización funciona y qué informó su última ejecución.',
  'create-job': 'Cree una configuración de Microsoft Entra ID a Active Directory.',
  'start-job': 'Inicie la configuración.',
  'clear-quarantine': 'Resuelva lo que la puso en cuarentena y después reiníciela.',
  'widen-scope': 'Agregue el grupo al filtro de ámbito de la configuración.',
  'read-provisioning-log': 'El registro de aprovisionamiento indica el motivo.',
  'renew-directory-account': 'Renueve la cuenta con la que leo Active Directory.',
  'secure-directory-connection': 'Configure LDAPS con un certificado que yo pueda comprobar.',
  'check-domain-controllers': 'Compruebe la conexión con los controladores de dominio.',
  'confirm-by-hand': 'Mire en Active Directory y confirme la pertenencia en la tarjeta.',
  'check-connector-rights':
    'Compruebe los permisos de la cuenta del conector en la unidad organizativa y los errores de exportación.',
  'check-replication':
    'Compruebe los errores de exportación del grupo y la replicación entre controladores de dominio.',
} satisfies Readonly<Record<Fix, string>>;

export const causeOwners = {
  requester: 'el solicitante',
  approver: 'un aprobador',
  'group-owner': 'el propietario del grupo',
  administrator: 'un administrador',
  nobody: 'nadie',
} satisfies Readonly<Record<CauseOwner, string>>;

export const certainties = {
  certain: 'Este es el motivo:',
  likely: 'Probablemente:',
  possible: 'Quizá:',
} satisfies Readonly<Record<Certainty, string>>;

export const sources = {
  writeback: 'Esta solicitud',
  'entra-user': 'El usuario en Microsoft Entra',
  'entra-group': 'El grupo en Microsoft Entra',
  'entra-membership': 'La pertenencia en Microsoft Entra',
  'entra-tenant': 'La configuración del inquilino',
  'entitlement-management': 'La administración de derechos',
  'sync-schedule': 'La programación de Entra Connect',
  'cloud-sync': 'Entra Cloud Sync',
  'provisioning-log': 'El registro de aprovisionamiento',
  'active-directory': 'Active Directory',
} satisfies Readonly<Record<Source, string>>;
