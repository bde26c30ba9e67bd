import { plural } from '../counting.ts';

export const why = {
  title: 'Pourquoi pas encore ?',
  looking: 'Je vérifie. La réponse arrive dans un instant dans notre conversation privée.',
  arrived: 'C’est arrivé',
  ended: 'C’est terminé',
  asOf: (moment: string) => `Situation au ${moment}.`,
  nothing: 'Je ne vois rien qui bloque.',
  nothingNext: 'Cela devrait avancer tout seul. Je continue de vérifier.',
  finished: (state: string) => `Il n’y a rien à attendre. État de la demande : ${state}.`,
  fix: 'À faire',
  owner: 'Par',
  seen: 'Constaté',
  seenIn: (source: string, moment: string) => `${source}, le ${moment}`,
  evidence: (what: string, value: string) => `${what} = ${value}`,
  alsoPossible: 'Également possible',
  more: (count: number) =>
    plural('fr', count, {
      one: `${count} autre raison possible`,
      other: `${count} autres raisons possibles`,
    }),
  unansweredTitle: 'Ce que je n’ai pas pu savoir',
  unanswered: (source: string, reason: string) => `${source} : ${reason}`,
  noAnswer: 'Pas de réponse à temps.',
} as const;
