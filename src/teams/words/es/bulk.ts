import { plural } from '../counting.ts';

/** "denegada" and "detenida", which agree with their number; the other states do not change. */
function severalIn(state: string): string {
  return /^\p{L}+d[ao]$/u.test(state) ? `${state}s` : state;
}

/** A list of requests that are made, approved and followed together. */
export const bulk = {
  /** What the first line of a list may call its columns. */
  columns: {
    who: [
      'usuario',
      'persona',
      'nombre principal de usuario',
      'miembro',
      'nombre de inicio de sesión',
      'nombre de inicio de sesion',
      'correo',
      'correo electrónico',
    ],
    group: ['grupo', 'nombre del grupo', 'id del grupo'],
    duration: ['duración', 'días', 'duración (días)'],
  } as Readonly<Record<'who' | 'group' | 'duration', readonly string[]>>,
  units: {
    days: ['día', 'días', 'dia', 'dias'],
    weeks: ['semana', 'semanas'],
    months: ['mes', 'meses'],
    years: ['año', 'años'],
  } as Readonly<Record<'days' | 'weeks' | 'months' | 'years', readonly string[]>>,
  title: 'Solicitar muchas pertenencias a la vez',
  formSummary: 'El formulario para una lista de solicitudes',
  intro:
    'Pegue una lista o envíeme un archivo .csv en este chat. Primero compruebo cada línea y muestro lo que he encontrado; no se envía nada sin su consentimiento.',
  lines: 'Una línea por persona: nombre de inicio de sesión, grupo, número de días',
  linesHint: 'ada@example.com; Finanzas; 30',
  linesMissing: 'Pegue al menos una línea.',
  check: 'Comprobar la lista',
  heading: (id: string) => `Lista ${id}`,
  headingFrom: (id: string, who: string) => `Lista ${id} de ${who}`,
  madeBy: (who: string, moment: string) => `${who}, el ${moment}`,
  lineCount: (count: number) =>
    plural('es', count, { one: `${count} línea`, other: `${count} líneas` }),
  checking: 'Estoy comprobando cada línea. Esta tarjeta muestra el resultado en un momento.',
  allGood: (count: number) =>
    plural('es', count, {
      one: 'La única línea se puede enviar.',
      other: `Se pueden enviar las ${count} líneas.`,
    }),
  someGood: (good: number, refused: number) => {
    const first = plural('es', good, {
      one: `${good} línea se puede enviar`,
      other: `${good} líneas se pueden enviar`,
    });
    return `${first}, ${refused} no.`;
  },
  noneGood: 'No se puede enviar ninguna de las líneas.',
  draftHint:
    'Aún no se ha enviado nada. Las líneas que corrija se comprueban y se envían como una lista propia.',
  sending: 'Estoy enviando las solicitudes. Esta tarjeta las muestra en un momento.',
  discarded: 'No se ha enviado nada de esta lista.',
  sent: (count: number) =>
    plural('es', count, {
      one: `Se ha enviado ${count} solicitud.`,
      other: `Se han enviado ${count} solicitudes.`,
    }),
  nothingSent: 'De esta lista no ha salido ninguna solicitud.',
  forYou: (count: number) =>
    plural('es', count, {
      one: 'Una solicitud espera su decisión.',
      other: `${count} solicitudes esperan su decisión.`,
    }),
  finished: 'Todas las solicitudes de esta lista han terminado.',
  /** "40 en Active Directory, 2 detenidas". */
  count: (count: number, state: string) =>
    plural('es', count, { one: `${count} ${state}`, other: `${count} ${severalIn(state)}` }),
  couldNotBeSent: 'sin poder enviarse',
  rowGood: 'se puede enviar',
  rowNotSent: 'no enviada',
  rowUnchecked: 'en comprobación',
  rowLine: (row: number) => `Línea ${row}`,
  marked: (mark: string, title: string) => `${mark} ${title}`,
  rowTitle: (person: string, group: string) => `${person} en ${group}`,
  rowTimed: (title: string, duration: string) => `${title}, ${duration}`,
  rowState: (id: string, state: string) => `${id} · ${state}`,
  rowsTitle: 'Línea por línea',
  rowsTitleOf: (page: number, pages: number) => `Línea por línea, página ${page} de ${pages}`,
  openOne:
    'Seleccione una línea para ver su solicitud con todo el plan y lo que puede hacer solo con ella.',
  reason: 'Motivo para todas',
  reasonHint: 'El aprobador decide según el motivo',
  ticket: 'Número de incidencia',
  ticketHint: 'Sus reglas lo exigen',
  comment: 'Comentario (necesario para denegar)',
  send: (count: number) =>
    plural('es', count, { one: 'Enviar la solicitud', other: `Enviar las ${count} válidas` }),
  discard: 'No enviar nada',
  checkAgain: 'Comprobar otra vez',
  checkRefusedAgain: 'Comprobar rechazadas',
  correct: 'Corregir las líneas',
  correcting: (id: string) =>
    `Estas son las líneas de ${id} que no se pueden enviar. Corríjalas aquí; pasan a ser una lista nueva.`,
  correctingSome: (id: string, shown: number, all: number) =>
    `Estas son las primeras ${shown} de las ${all} líneas de ${id} que no se pueden enviar. Corríjalas aquí; pasan a ser una lista nueva.`,
  correctBelow: 'Las líneas están en un mensaje nuevo de nuestro chat privado. Corríjalas allí.',
  noneToCorrect: 'Ya no hay ninguna línea rechazada en esta lista.',
  comesPrivately: 'Estoy revisando su lista. Su tarjeta llega a nuestro chat privado.',
  comesWithApp:
    'Tengo su lista, pero todavía no puedo escribirle en privado. Agregue la aplicación Writeback en Teams y su tarjeta llegará a nuestro chat privado.',
  unreachable: (who: string) =>
    `No puedo escribir a ${who}: falta la aplicación Writeback en su Teams o está bloqueada. En cuanto la tenga, recibirá esta lista.`,
  approveAll: (count: number) =>
    plural('es', count, { one: 'Aprobar', other: `Aprobar las ${count}` }),
  approveSome: (count: number, all: number) => `Aprobar ${count} de ${all}`,
  denyAll: (count: number) =>
    plural('es', count, { one: 'Denegar', other: `Denegar las ${count}` }),
  cancelAll: 'Cancelar la lista',
  cancelUndecided: (count: number) =>
    plural('es', count, {
      one: 'Cancelar la pendiente',
      other: `Cancelar ${count} pendientes`,
    }),
  retryFailed: (count: number) =>
    plural('es', count, {
      one: 'Reintentar la detenida',
      other: `Reintentar ${count} detenidas`,
    }),
  next: 'Líneas siguientes',
  previous: 'Líneas anteriores',
  ordered: {
    approve: (who: string) => `${who} ha aprobado la lista. La estoy tramitando línea por línea.`,
    deny: (who: string) => `${who} ha denegado la lista. La estoy tramitando línea por línea.`,
    cancel: (who: string) => `${who} retira la lista. La estoy tramitando línea por línea.`,
    retry: (who: string) => `${who} reintenta las solicitudes detenidas.`,
  },
  carriedOut: {
    approve: (who: string, count: number) =>
      plural('es', count, {
        one: `${who} aprobó ${count} solicitud.`,
        other: `${who} aprobó ${count} solicitudes.`,
      }),
    deny: (who: string, count: number) =>
      plural('es', count, {
        one: `${who} denegó ${count} solicitud.`,
        other: `${who} denegó ${count} solicitudes.`,
      }),
    cancel: (who: string, count: number) =>
      plural('es', count, {
        one: `${who} canceló ${count} solicitud.`,
        other: `${who} canceló ${count} solicitudes.`,
      }),
    retry: (who: string, count: number) =>
      plural('es', count, {
        one: `${who} reinició ${count} solicitud.`,
        other: `${who} reinició ${count} solicitudes.`,
      }),
  },
  notDone: (row: number, why: string) => `Línea ${row} no: ${why}`,
  /** Where the words for whoever is refused would not be right for everybody else who reads the card. */
  notDoneBecause: {
    'not-allowed': (who: string) => `${who} no tiene permiso para hacer esto.`,
    'own-request': () => 'Ni el solicitante ni el beneficiario deciden sobre la solicitud.',
    'not-asked-now': (who: string) => `En esta fase no se pide la decisión de ${who}.`,
    'already-approved': (who: string) => `La aprobación de ${who} ya cuenta.`,
    'approved-earlier-stage': (who: string) =>
      `${who} ya aprobó una fase anterior de esta solicitud.`,
    'needed-later': (who: string, stage: string) =>
      `Una fase posterior de esta solicitud necesita a ${who} (${stage}).`,
    'no-longer-approver': (who: string) =>
      `${who} ya no forma parte de quienes deciden sobre esta solicitud.`,
  },
  notDoneMore: (count: number) =>
    plural('es', count, { one: `y ${count} línea más`, other: `y ${count} líneas más` }),
  quoted: (words: string) => `“${words}”`,
  onlyExisting:
    'Para varias personas a la vez, elija un grupo que exista. Un grupo nuevo se solicita primero para una sola persona.',
  withoutPackage:
    'Para varias personas a la vez, el paquete de acceso lo elijo yo. Deje este campo vacío.',
  plans: 'Qué cambiará',
  /** More plans than fit on the card. */
  plansOf: (from: number, to: number, all: number) =>
    `Qué cambiará: planes ${from} a ${to} de ${all}`,
  nextPlans: 'Más planes',
  previousPlans: 'Planes anteriores',
  /** Of a decision on the whole list. */
  changed:
    'Algo de lo que esta lista cambiaría ya no es como lo ha visto, así que todavía no he hecho nada. Los planes de abajo muestran cómo está ahora; mírelos y decida de nuevo.',
  newList: (id: string) =>
    `Las líneas rechazadas son ahora la lista ${id}, que tiene su propia tarjeta.`,
  listLine: (id: string, states: string) => `${id} · ${states}`,
  listStates: {
    checking: 'en comprobación',
    draft: 'comprobada, sin enviar',
    discarded: 'no enviada',
    sending: 'en envío',
    sent: 'enviada',
  },
  notFound: (id: string) => `No hay ninguna lista ${id} que pueda ver.`,
  /** After "why" and the number of a list. */
  whyEach: (id: string) =>
    `Cada solicitud de esta lista sigue su propio camino. Escriba por qué y el número de una, por ejemplo: por qué ${id}`,
  /** After "cancel". */
  cancelling: 'Estoy retirando la lista.',
  notYours: (who: string) => `No se ha retirado nada: solo ${who} puede retirar esta lista.`,
  notCancelled: 'Ya se ha decidido todo lo de esta lista, así que no queda nada que retirar.',
  notYet:
    'Aún no es posible, porque estoy comprobando o enviando esta lista. Inténtelo de nuevo en un momento.',
  over: 'Eso ya no es posible. La tarjeta muestra cómo está ahora la lista.',
  sentence: (heading: string, states: string) => `${heading}: ${states}`,
  asksSentence: (who: string, heading: string, count: number) =>
    plural('es', count, {
      one: `${who} pide su decisión sobre una solicitud. ${heading}`,
      other: `${who} pide su decisión sobre ${count} solicitudes. ${heading}`,
    }),
  newerBelow: 'Más abajo hay un mensaje más reciente sobre esta lista.',
  outcomeTitle: (id: string) => `La lista ${id} ha terminado`,
  file: {
    tooLarge:
      'Este archivo ocupa más de 1 MB. Una lista tiene como máximo 200 líneas; envíe una más corta.',
    notReadable: 'No he podido obtener este archivo de Teams. Envíelo de nuevo o pegue las líneas.',
    notAList: (name: string) =>
      `${name} no es un archivo .csv. Guarde la lista como .csv o pegue las líneas después de “lista”.`,
    onlyOne: 'Envíe los archivos de uno en uno.',
  },
} as const;
