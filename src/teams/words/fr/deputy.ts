import { de } from './elision.ts';

export const deputy = {
  title: 'Votre suppléance',
  summary: 'Désigner quelqu’un qui décide pendant votre absence',
  intro:
    'Pendant votre absence, quelqu’un d’autre peut décider de ce qui vous est demandé. Vous pouvez toujours décider vous-même.',
  given: (who: string, from: string, until: string) =>
    `${who} décide pour vous, du ${from} au ${until}.`,
  received: (who: string, from: string, until: string) =>
    `Vous décidez pour ${who}, du ${from} au ${until}.`,
  none: 'Personne ne décide pour vous actuellement.',
  person: 'Suppléant',
  personHint: 'Tapez un nom',
  personName: 'ou son nom de connexion',
  chosen: 'La personne choisie',
  from: 'Du',
  fromMissing: 'Choisissez le premier jour.',
  until: 'Au, ce jour inclus',
  untilMissing: 'Choisissez le dernier jour.',
  name: 'Désigner',
  end: 'Y mettre fin',
  noPerson: 'Choisissez qui décide pour vous ou saisissez son nom de connexion.',
  twoPeople: 'Choisissez la personne dans la liste ou saisissez un nom de connexion, pas les deux.',
  noDays: 'Choisissez le premier et le dernier jour.',
  named: (who: string) => `C’est fait. ${who} le sait et reçoit vos demandes dès le premier jour.`,
  namedUnreachable: (who: string) =>
    `C’est fait, mais je ne peux pas écrire à ${who}. Veuillez lui dire d’ajouter l’application Writeback dans Teams.`,
  ended: 'C’est fait. Désormais, personne d’autre que vous ne décide pour vous.',
  replaced: (who: string) => `${who} ne décide plus pour vous.`,
  toldTitle: (who: string) => `Vous assurez la suppléance ${de(who)}`,
  toldBody: (who: string, from: string, until: string) =>
    `${who} vous a désigné pour la période du ${from} au ${until}. Tout ce qui est demandé à ${who} vous parvient aussi ; chaque carte l’indique. Ce que vous demandez pour vous-même ne vous parvient jamais.`,
  overTitle: (who: string) => `Vous n’assurez plus la suppléance ${de(who)}`,
  overBody: (who: string) => `${who} y a mis fin. Plus rien ne vous sera demandé en son nom.`,
} as const;

export const waiting = {
  title: 'En attente de votre part',
  summary: 'Ce qui attend votre décision',
  empty: 'Rien n’attend votre décision.',
  hint: 'Choisissez une demande pour en décider.',
  more: 'Il y en a d’autres. Décidez d’abord de celles-ci, puis demandez à nouveau.',
  review: 'accès d’urgence, à examiner',
  unreviewed: 'Accès d’urgence que personne n’a examinés depuis plus d’un jour',
} as const;
