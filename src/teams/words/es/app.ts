import type { CommandName } from '../command-name.ts';

/** Those with an accent also without, as people type them in a hurry. */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  help: ['ayuda', 'hola', 'buenos días', 'buenos dias', 'comandos'],
  request: [
    'solicitud',
    'solicitar',
    'nueva solicitud',
    'pedir',
    'pedir acceso',
    'solicitar acceso',
    'acceso',
  ],
  again: ['repetir', 'de nuevo', 'otra vez'],
  favourites: ['favoritos', 'mis favoritos', 'grupos favoritos'],
  bulk: ['lista', 'en bloque'],
  'my-requests': ['mis solicitudes', 'mi solicitud', 'solicitudes', 'mis peticiones'],
  waiting: ['pendientes', 'aprobaciones', 'por aprobar', 'pendiente', 'en espera', 'por decidir'],
  deputy: ['suplente', 'suplencia', 'fuera de la oficina', 'delegar', 'vacaciones', 'ausencia'],
  status: ['estado', 'situación', 'situacion'],
  cancel: ['cancelar', 'anular', 'retirar'],
  why: ['por qué', 'por que', 'porqué', 'porque', 'por qué aún no', 'por que aun no'],
  prerequisites: ['requisitos', 'requisitos previos'],
  engines: ['motores'],
  'sync-now': ['sincronizar', 'sincronizar ahora'],
  drift: ['diferencias', 'desviaciones'],
  undelivered: ['no entregadas', 'sin entregar'],
  catalogs: ['catálogos', 'catalogos', 'catálogo', 'catalogo'],
};

/** What Teams shows of the app before it is used: the texts of appPackage/. */
export const app = {
  name: 'Writeback',
  fullName: 'Writeback: pertenencia a grupos en Active Directory',
  description: 'Solicite pertenecer a un grupo y véalo llegar a Active Directory',
  fullDescription: `Writeback incorpora personas a los grupos que conoce su Active Directory local.

Indique quién debe estar en qué grupo y por qué. Un aprobador decide en una tarjeta. Después, Writeback activa la escritura diferida del grupo, lo agrega a un paquete de acceso de la administración de derechos de Microsoft Entra y asigna a la persona. Cuando se ha ejecutado la sincronización, Writeback mira en Active Directory y muestra la prueba.

En todo momento se ve hasta dónde ha llegado la solicitud: asignación, miembro en Microsoft Entra, exportación por la sincronización, miembro en Active Directory. Si algo la detiene, se lee el motivo y quién puede resolverlo.

Writeback necesita la administración de derechos de Microsoft Entra y la escritura diferida de grupos en su organización, así como un administrador que lo configure.`,
  commands: {
    help: 'Qué puede decirle a Writeback',
    request: 'Solicitar la pertenencia a un grupo, para usted o para otra persona',
    again: 'Volver a pedir lo que ya pidió; agregue el número o tome la última solicitud',
    favourites: 'Grupos que solicita a menudo; en el formulario aparecen primero',
    bulk: 'Solicitar muchas pertenencias a la vez: pegue una lista o envíe un archivo .csv',
    'my-requests': 'Lo que ha solicitado y lo que recibe',
    waiting: 'Lo que espera su decisión',
    deputy: 'Designar a quien decide en su lugar durante su ausencia',
    status: 'Cómo está una solicitud; agregue su número, por ejemplo WB-7K3F2Q9X',
    cancel: 'Retirar una solicitud sobre la que nadie ha decidido; agregue su número',
    why: 'Por qué alguien no está aún en Active Directory; agregue el número de la solicitud',
    prerequisites:
      'Para administradores: lo que su inquilino tiene listo para la escritura diferida',
    engines: 'Para administradores: qué escribe los grupos en Active Directory',
    'sync-now': 'Para administradores: sincronizar ahora todo lo que está en espera',
    drift: 'Para administradores: dónde Active Directory no coincide con Entra',
    undelivered: 'Para administradores: a quién no se pudo escribir',
    catalogs: 'Los catálogos que posee o administra: sus grupos y quién se encarga de ellos',
  } satisfies Readonly<Record<CommandName, string>>,
} as const;
