import { plural } from '../counting.ts';

/** The answer to "why not yet?". */
export const why = {
  title: '¿Por qué aún no?',
  /** Said at once where the answer takes a moment. */
  looking: 'Lo estoy mirando. La respuesta llega en un momento a nuestro chat privado.',
  arrived: 'Ya está',
  ended: 'Ha terminado',
  asOf: (moment: string) => `Tal como estaba el ${moment}.`,
  nothing: 'No veo nada que lo impida.',
  nothingNext: 'Debería seguir por sí solo. Sigo comprobándolo.',
  finished: (state: string) => `No hay nada que esperar. Estado de la solicitud: ${state}.`,
  fix: 'Qué hacer',
  owner: 'Quién',
  seen: 'Visto',
  seenIn: (source: string, moment: string) => `${source}, el ${moment}`,
  evidence: (what: string, value: string) => `${what} = ${value}`,
  alsoPossible: 'También es posible',
  more: (count: number) =>
    plural('es', count, {
      one: 'Otro motivo posible',
      other: `Otros ${count} motivos posibles`,
    }),
  unansweredTitle: 'Lo que no he podido averiguar',
  unanswered: (source: string, reason: string) => `${source}: ${reason}`,
  noAnswer: 'Sin respuesta a tiempo.',
} as const;
