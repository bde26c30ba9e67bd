/** Access that is taken first and reviewed afterwards. */
export const breakGlass = {
  title: 'Acceso de emergencia',
  taken: (who: string, moment: string) =>
    `Acceso de emergencia tomado por ${who} sin aprobación, el ${moment}`,
  because: (reason: string) => `Motivo: ${reason}`,
  settingUp: 'Lo estoy preparando.',
  delivering: 'Preparado. La administración de derechos está asignando el paquete.',
  altogether: (span: string) => `En total, ${span} desde la solicitud hasta la prueba.`,
  seenAt: (moment: string, span: string) => `Visto el ${moment}, ${span} después de la solicitud.`,
  ends: (moment: string) => `Termina por sí solo hacia el ${moment}.`,
  toReview: (who: string) => `${who} puede indicar ahora si estaba justificado.`,
  toReviewYourself: 'Indique abajo si estaba justificado.',
  justified: (who: string, moment: string) => `Revisado: justificado, según ${who}, el ${moment}.`,
  notJustified: (who: string, moment: string) =>
    `Revisado: no justificado, según ${who}, el ${moment}.`,
  reviewedWith: (verdict: string, quote: string) => `${verdict} ${quote}`,
  notice: (who: string, what: string) => `${who} ha tomado acceso de emergencia: ${what}`,
  reminds: (notice: string) => `Aún sin revisar. ${notice}`,
  notReviewed: (moment: string) =>
    `Nadie lo ha revisado todavía. Último recordatorio: el ${moment}.`,
  reviewComment: 'Comentario (necesario si no estaba justificado)',
  reviewedTitle: {
    justified: 'Su acceso de emergencia se ha considerado justificado',
    'not-justified': 'Su acceso de emergencia se ha considerado no justificado',
  },
  offer: (hours: string) =>
    `Si no puede esperar: puede tomar el acceso de inmediato durante ${hours}, sin aprobación. Se avisa a todas las personas que decidirían, y una de ellas lo revisa.`,
  offerButton: 'Acceso de emergencia…',
  confirmTitle: '¿Tomar ahora el acceso de emergencia?',
  confirmSummary: 'Confirme el acceso de emergencia',
  confirmWhat: (person: string, group: string) =>
    `${person} entra en ${group} de inmediato, sin la aprobación de nadie.`,
  confirmUntil: (hours: string, moment: string) =>
    `Dura ${hours}, hasta el ${moment} aproximadamente, y termina por sí solo.`,
  confirmTold: (who: string) =>
    `En este momento se avisa a ${who} y a los administradores, con su nombre y su motivo.`,
  confirmReview:
    'Una de estas personas revisa después si estaba justificado. El resultado le llegará.',
  confirmReplaces: (id: string) =>
    `La solicitud abierta ${id} para la misma pertenencia termina con ello. Si el acceso hace falta durante más tiempo, haga una nueva solicitud cuando pasen esas horas.`,
  replaced: (id: string) =>
    `Se tomó el acceso de emergencia ${id} para la misma pertenencia, y esta solicitud terminó con ello. Si el acceso hace falta durante más tiempo, haga una nueva solicitud cuando pasen esas horas.`,
  confirmReason: 'Su motivo',
  confirm: 'Tomar el acceso',
  back: 'Volver al formulario',
} as const;
