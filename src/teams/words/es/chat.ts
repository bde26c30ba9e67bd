export const chat = {
  somebody: 'Alguien',
  whoAreYou:
    'No puedo ver quién es, así que no hago nada. Inicie sesión en Teams con su cuenta de trabajo.',
  otherTenant: 'Trabajo para otra organización y aquí no puedo ayudar.',
  sentPrivately: 'He respondido en nuestro chat privado.',
  addMeFirst:
    'Todavía no puedo escribirle en privado. Agregue la aplicación Writeback en Teams y repita el mensaje.',
  onlyPrivately:
    'Use nuestro chat privado para esto: el contenido de una solicitud no es para todos los presentes.',
  notANumber: (given: string, command: string) =>
    `${given} no es un número de solicitud completo: después de WB- van ocho letras y cifras, por ejemplo: ${command} WB-7K3F2Q9X. Escriba “mis solicitudes” para ver los números.`,
  needsNumber: (command: string) =>
    `Dígame cuál, por ejemplo: ${command} WB-7K3F2Q9X. Escriba “mis solicitudes” para ver los números.`,
  cancelled: (id: string) => `${id} está cancelada.`,
  badClick:
    'No he podido leer este clic, así que no se ha hecho nada. Escriba “mis solicitudes” y abra allí la solicitud.',
  badSearch: 'No he podido leer esta búsqueda.',
  notSupported: 'No ofrezco esto.',
  defect: 'Algo ha fallado por mi parte; no se ha perdido nada. Inténtelo de nuevo en un minuto.',
} as const;

export const list = {
  title: 'Mis solicitudes',
  summary: 'Sus solicitudes',
  empty: 'No tiene solicitudes. Escriba “solicitud” para hacer una.',
  line: (person: string, state: string) => `${person} · ${state}`,
  hint: 'Elija una para abrirla, o escriba estado y su número.',
  open: (id: string) => `Abrir ${id}`,
} as const;

export const buttons = {
  newRequest: 'Nueva solicitud',
  again: 'Volver a solicitar',
  submit: 'Enviar solicitud',
  approve: 'Aprobar',
  deny: 'Denegar',
  claim: 'Me encargo',
  unclaim: 'No me encargo',
  cancel: 'Cancelar solicitud',
  retry: 'Reintentar',
  attest: 'Confirmar miembro',
  justified: 'Estaba justificado',
  'not-justified': 'No lo estaba',
  'sync-now': 'Sincronizar ahora',
  why: '¿Por qué aún no?',
  whyStopped: '¿Por qué se detuvo?',
  lookAgain: 'Volver a mirar',
  back: 'Atrás',
  openInEntra: 'Abrir en Entra',
  showOptions: 'Ver mis opciones',
  refresh: 'Actualizar',
  steps: 'Lo que he hecho, paso a paso',
  details: 'Detalles para un administrador',
} as const;
