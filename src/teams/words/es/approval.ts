import { plural } from '../counting.ts';

/** What a card says of the way to a decision. */
export const approval = {
  title: 'Aprobación',
  rule: 'Regla',
  ticket: 'Incidencia',
  waitingForSome: (count: number, who: string) =>
    `En espera de que decidan ${count} de estas personas: ${who}`,
  waitingForAll: (who: string) => `En espera de que decidan todas estas personas: ${who}`,
  waitingForBoth: (who: string) => `En espera de que decidan ambas personas: ${who}`,
  expires: (moment: string) => `Sin una decisión, termina el ${moment}.`,
  claimed: (who: string, moment: string) => `Se encarga ${who}, desde el ${moment}.`,
  youClaimed: (moment: string) => `Está a su cargo desde el ${moment}.`,
  youApproved: (moment: string) => `Dio su aprobación el ${moment}. Todavía faltan otras.`,
  neededLater: (stage: string) =>
    `Aquí no aprueba usted, porque una fase posterior le necesita y nadie aprueba dos veces. La suya es esta: ${stage}.`,
  left: 'Ya no se le consulta aquí, porque ha dejado el grupo o el rol por el que se le consultó.',
  reminder: (moment: string) => `Recordatorio: está en espera desde el ${moment}.`,
  reminds: (asks: string) => `Recordatorio. ${asks}`,
  escalated: (who: string, moment: string) =>
    `Nadie decidió durante demasiado tiempo, así que desde el ${moment} se consulta también a: ${who}.`,
  stage: (number: number, count: number, name: string) => `Fase ${number} de ${count}: ${name}`,
  given: (given: number, need: number) =>
    plural('es', need, {
      one: `${given} de 1 aprobación`,
      other: `${given} de ${need} aprobaciones`,
    }),
  marks: { done: '✓', asked: '◐', later: '○', ended: '✕' },
  voted: (who: string, moment: string) => `✓ Aprobada por ${who}, el ${moment}`,
  votedFor: (who: string, approver: string, moment: string) =>
    `✓ Aprobada por ${who} en nombre de ${approver}, el ${moment}`,
  votedWith: (vote: string, quote: string) => `${vote}: ${quote}`,
  unanswered: (who: string) => `Aún sin respuesta: ${who}`,
  neverAnswered: (who: string) => `Sin respuesta: ${who}`,
  comesLater: (who: string) => `Se consultará después a: ${who}`,
  standsIn: (deputy: string, approver: string, lastDay: string) =>
    `${deputy} suple a ${approver} hasta el ${lastDay}`,
  shortened: (now: string, asked: string, who: string) =>
    `${now} (solicitado: ${asked}; acortado por ${who})`,
  duration: 'Por cuánto tiempo',
  asAsked: (duration: string) => `Lo solicitado: ${duration}`,
  because: {
    named: 'Se le consulta porque figura en la directiva de aprobación.',
    groupMember: (group: string) => `Se le consulta porque pertenece a ${group}.`,
    manager: (who: string) => `Se le consulta porque tiene a su cargo a ${who}.`,
    /** Of a review. */
    administrator:
      'Se le consulta como administrador, porque muy pocas personas más podrían aprobarlo.',
    managerFallback: (who: string) =>
      `Se le consulta porque ${who} no tiene ningún superior que pueda decidir.`,
    catalogOwner: (catalog: string) =>
      `Se le consulta por su rol de propietario en el catálogo ${catalog}.`,
    packageManager: (catalog: string) =>
      `Se le consulta porque administra los paquetes de acceso del catálogo ${catalog}.`,
    deputy: (who: string, lastDay: string) =>
      `Se le consulta porque suple a ${who} hasta el ${lastDay}.`,
  },
  returned: 'El plan ha cambiado, por lo que la solicitud vuelve para aprobarse de nuevo',
  returnedBody: (moment: string) =>
    `Estaba aprobada, pero cuando iba a empezar el trabajo, el ${moment}, algo ya no era como se aprobó. No se ha cambiado nada. Lo que es distinto está marcado abajo con ⚠.`,
  returns: (asks: string) => `Ha cambiado desde que se aprobó. ${asks}`,
  writeback: { on: 'activada', off: 'desactivada', undetermined: 'sin decidir' },
  changed: (before: string, after: string) => `⚠ Ha cambiado: ${before} → ${after}`,
  newerBelow: 'Más abajo hay un mensaje más reciente sobre esta solicitud.',
  showHere: 'Mostrar aquí',
} as const;
