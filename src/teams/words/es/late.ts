/** A request that takes longer than it should. */
export const late = {
  /** On the request's own card. */
  since: (moment: string) => `Tarda más de lo previsto, desde el ${moment}.`,
  overdueSince: (moment: string) => `Lleva retraso desde el ${moment}.`,
  expected: (moment: string) => `Prueba prevista hacia el ${moment}.`,
  wasExpected: (moment: string) => `La prueba estaba prevista hacia el ${moment}.`,
  titles: {
    late: (person: string, group: string) => `Más tarde de lo previsto: ${person} en ${group}`,
    overdue: (person: string, group: string) => `Con retraso: ${person} en ${group}`,
    arrived: (person: string, group: string) => `Por fin ha llegado: ${person} en ${group}`,
    attested: (person: string, group: string) => `Por fin confirmado a mano: ${person} en ${group}`,
    goneOn: (person: string, group: string) => `Sigue adelante: ${person} en ${group}`,
    ended: (person: string, group: string) => `Ya no está en espera: ${person} en ${group}`,
  },
  lateSince: (moment: string) => `Debería haber llegado el ${moment}.`,
  newer: 'Ya lleva retraso. Un mensaje mío más reciente indica los motivos.',
  arrivedAt: (moment: string) => `Active Directory muestra la pertenencia, vista el ${moment}.`,
  attestedAt: (who: string, moment: string) =>
    `${who} confirmó la pertenencia en Active Directory, el ${moment}.`,
  goneOn:
    'Lo que la retenía está resuelto. La tarjeta de la solicitud muestra hasta dónde ha llegado.',
  ended: (state: string) => `Estado de la solicitud: ${state}.`,
  unexplained: 'No he encontrado nada que lo explique. Elija “¿Por qué aún no?” y vuelvo a mirar.',
} as const;

/** A request that has stopped, as administrators are told. */
export const stopped = {
  title: (person: string, group: string) => `Solicitud detenida: ${person} en ${group}`,
  again: (person: string, group: string) => `Se reintenta: ${person} en ${group}`,
  mended: (person: string, group: string) => `Resuelto: ${person} en ${group}`,
  againBody: 'Alguien ha elegido Reintentar. Aviso aquí si se detiene otra vez.',
  next: (id: string) =>
    `Lo conseguido hasta ahora se conserva. Cuando esté resuelto el motivo, elija Reintentar aquí o en la tarjeta que muestra “estado ${id}”.`,
} as const;
