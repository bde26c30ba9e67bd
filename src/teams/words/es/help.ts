export const welcome = {
  title: 'Hola, soy Writeback',
  body: 'Incorporo personas a grupos que Active Directory conoce: alguien lo solicita, un aprobador decide, yo hago el resto en Entra y después muestro la prueba de Active Directory.',
  summary: 'Writeback está aquí. Escriba “solicitud” para solicitar la pertenencia a un grupo.',
} as const;

export const help = {
  title: 'Qué puedo hacer',
  summary: 'Qué puede decirle a Writeback',
  commands: [
    ['solicitud', 'solicitar la pertenencia a un grupo, para usted o para otra persona'],
    ['solicitud Finanzas', 'lo mismo, con el grupo ya rellenado'],
    ['repetir', 'el formulario otra vez, rellenado como su última solicitud'],
    [
      'favoritos',
      'grupos que solicita a menudo: guárdelos aquí y aparecerán primero en el formulario',
    ],
    ['lista', 'solicitar muchas a la vez: pegue una lista o envíeme un archivo .csv'],
    ['mis solicitudes', 'lo que ha solicitado y lo que recibe'],
    ['estado WB-7K3F2Q9X', 'cómo está una solicitud'],
    ['cancelar WB-7K3F2Q9X', 'retirar una solicitud sobre la que nadie ha decidido'],
    ['pendientes', 'lo que espera su decisión'],
    ['suplente', 'quién decide en su lugar durante su ausencia'],
    [
      'por qué WB-7K3F2Q9X',
      'por qué alguien no está aún en Active Directory y quién puede resolverlo',
    ],
    [
      'catálogos',
      'los catálogos de los que se encarga: sus grupos, sus paquetes y quién más se encarga',
    ],
  ],
  forAdministrators: [
    ['requisitos', 'lo que su inquilino tiene listo para la escritura diferida'],
    ['motores', 'qué escribe los grupos en Active Directory y a qué da soporte Microsoft'],
    ['sincronizar', 'ejecutar la sincronización para todo lo que está en espera'],
    ['diferencias', 'dónde Active Directory no coincide con Entra'],
    ['no entregadas', 'a quién no se pudo escribir y qué ayuda'],
  ],
  didYouMean: (command: string) => `¿Quería decir “${command}”?`,
  notUnderstood: 'No lo he entendido. Esto es lo que puede decir.',
  mention:
    'Aquí hay que mencionarme. Los formularios y las respuestas sobre solicitudes llegan a nuestro chat privado.',
} as const;
