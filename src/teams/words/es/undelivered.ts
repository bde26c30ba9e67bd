/** Who did not get a card, for administrators. */
export const undelivered = {
  title: 'No entregadas',
  summary: 'Tarjetas que no se pudieron entregar',
  intro:
    'No se pudo escribir a estas personas: no tienen la aplicación, la han bloqueado o una directiva se la impide. En cuanto la tengan, la tarjeta llega sola.',
  next: 'Instale la aplicación para estas personas en el Centro de administración de Teams mediante una directiva de configuración o envíeles el enlace con el que se agrega.',
  none: 'Todas las tarjetas han llegado a su destino.',
  line: (id: string, asked: string) => `${id}, solicitada el ${asked}`,
  reasons: {
    'no-app': 'No tiene la aplicación.',
    'removed-app': 'Ha quitado la aplicación.',
    blocked: 'Ha bloqueado el bot.',
    'chat-gone': 'Su chat con el bot ya no existe.',
    'not-permitted': 'Una directiva le impide usar la aplicación.',
    'not-known': 'Teams no ha indicado el motivo.',
  },
  since: (reason: string, moment: string) => `${reason} Desde el ${moment}.`,
  kinds: {
    request: 'su propia solicitud',
    approval: 'una decisión que espera',
    outcome: 'cómo terminó una solicitud',
    other: 'novedades de una solicitud',
  },
  lists: {
    list: 'su propia lista',
    approval: 'decisiones sobre una lista que esperan',
    outcome: 'cómo terminó una lista',
  },
  listLine: (id: string, made: string) => `Lista ${id}, creada el ${made}`,
  notices: {
    deputy: 'que sustituye a alguien o ha dejado de hacerlo',
    catalog: 'que se ocupa de un catálogo o ha dejado de hacerlo',
    drift: 'en qué difiere Active Directory de Entra',
  },
} as const;
