import { plural } from '../counting.ts';
import { listStates } from './request.ts';

const couldNotBeSent = 'impossible à envoyer';

/** States that stand beside a number, where they have a plural of their own. */
const several: ReadonlyMap<string, string> = new Map([
  [listStates.denied, 'refusées'],
  [listStates.cancelled, 'annulées'],
  [listStates.expired, 'expirées'],
  [listStates.failed, 'arrêtées'],
  [couldNotBeSent, 'impossibles à envoyer'],
]);

export const bulk = {
  columns: {
    who: [
      'utilisateur',
      'personne',
      'nom d’utilisateur principal',
      "nom d'utilisateur principal",
      'membre',
      'nom de connexion',
      'e-mail',
      'courriel',
    ],
    group: ['groupe', 'nom du groupe', 'id du groupe'],
    duration: ['durée', 'jours', 'durée (jours)'],
  } as Readonly<Record<'who' | 'group' | 'duration', readonly string[]>>,
  units: {
    days: ['jour', 'jours'],
    weeks: ['semaine', 'semaines'],
    months: ['mois'],
    years: ['an', 'ans', 'année', 'années'],
  } as Readonly<Record<'days' | 'weeks' | 'months' | 'years', readonly string[]>>,
  title: 'Demander beaucoup d’ajouts à la fois',
  formSummary: 'Le formulaire d’une liste de demandes',
  intro:
    'Collez une liste ou envoyez-moi un fichier .csv dans cette conversation. Je vérifie d’abord chaque ligne et vous montre ce que j’ai trouvé ; rien n’est envoyé avant que vous le disiez.',
  lines: 'Une ligne par personne : nom de connexion, groupe, nombre de jours',
  linesHint: 'ada@example.com; Rapports Finance; 30',
  linesMissing: 'Collez au moins une ligne.',
  check: 'Vérifier la liste',
  heading: (id: string) => `Liste ${id}`,
  headingFrom: (id: string, who: string) => `Liste ${id}, demandée par ${who}`,
  madeBy: (who: string, moment: string) => `${who}, le ${moment}`,
  lineCount: (count: number) =>
    plural('fr', count, { one: `${count} ligne`, other: `${count} lignes` }),
  checking: 'Je vérifie chaque ligne. Cette carte montrera le résultat dans un instant.',
  allGood: (count: number) =>
    plural('fr', count, {
      one: 'La seule ligne peut être envoyée.',
      other: `Les ${count} lignes peuvent toutes être envoyées.`,
    }),
  someGood: (good: number, refused: number) => {
    const first = plural('fr', good, {
      one: `${good} ligne peut être envoyée`,
      other: `${good} lignes peuvent être envoyées`,
    });
    return plural('fr', refused, {
      one: `${first}, ${refused} ne le peut pas.`,
      other: `${first}, ${refused} ne le peuvent pas.`,
    });
  },
  noneGood: 'Aucune des lignes ne peut être envoyée.',
  draftHint:
    'Rien n’a encore été envoyé. Les lignes que vous corrigez sont vérifiées et envoyées dans une liste à part.',
  sending: 'J’envoie les demandes. Cette carte les montrera dans un instant.',
  discarded: 'Rien de cette liste n’a été envoyé.',
  sent: (count: number) =>
    plural('fr', count, {
      one: `${count} demande a été envoyée.`,
      other: `${count} demandes ont été envoyées.`,
    }),
  nothingSent: 'Aucune demande n’est issue de cette liste.',
  forYou: (count: number) =>
    plural('fr', count, {
      one: `${count} demande attend votre décision.`,
      other: `${count} demandes attendent votre décision.`,
    }),
  finished: 'Toutes les demandes de cette liste sont terminées.',
  count: (count: number, state: string) => {
    const form = plural('fr', count, { one: state, other: several.get(state) ?? state });
    return `${count} ${form}`;
  },
  couldNotBeSent,
  rowGood: 'peut être envoyée',
  rowNotSent: 'non envoyée',
  rowUnchecked: 'en cours de vérification',
  rowLine: (row: number) => `Ligne ${row}`,
  marked: (mark: string, title: string) => `${mark} ${title}`,
  rowTitle: (person: string, group: string) => `${person} dans ${group}`,
  rowTimed: (title: string, duration: string) => `${title}, ${duration}`,
  rowState: (id: string, state: string) => `${id} · ${state}`,
  rowsTitle: 'Ligne par ligne',
  rowsTitleOf: (page: number, pages: number) => `Ligne par ligne, page ${page} sur ${pages}`,
  openOne:
    'Sélectionnez une ligne pour voir sa demande avec tout son plan et ce que vous pouvez faire d’elle seule.',
  reason: 'Motif pour toutes',
  reasonHint: 'L’approbateur décide d’après lui',
  ticket: 'N° de ticket',
  ticketHint: 'Vos règles en demandent un',
  comment: 'Commentaire (nécessaire pour refuser)',
  send: (count: number) =>
    plural('fr', count, { one: 'Envoyer la demande', other: `Envoyer les ${count} valides` }),
  discard: 'Ne rien envoyer',
  checkAgain: 'Vérifier à nouveau',
  checkRefusedAgain: 'Revérifier les refus',
  correct: 'Corriger ces lignes',
  correcting: (id: string) =>
    `Voici les lignes de ${id} qui ne peuvent pas être envoyées. Corrigez-les ici ; elles deviennent une nouvelle liste.`,
  correctingSome: (id: string, shown: number, all: number) =>
    `Voici les ${shown} premières des ${all} lignes de ${id} qui ne peuvent pas être envoyées. Corrigez-les ici ; elles deviennent une nouvelle liste.`,
  correctBelow:
    'Les lignes sont dans un nouveau message de notre conversation privée. Corrigez-les là-bas.',
  noneToCorrect: 'Plus aucune ligne de cette liste n’est refusée.',
  comesPrivately: 'Je vérifie votre liste. Sa carte arrive dans notre conversation privée.',
  comesWithApp:
    'J’ai votre liste, mais je ne peux pas encore vous écrire en privé. Ajoutez l’application Writeback dans Teams, et sa carte arrivera dans notre conversation privée.',
  unreachable: (who: string) =>
    `Je ne peux pas écrire à ${who} : l’application Writeback manque dans Teams ou y est bloquée. Dès qu’elle sera disponible, cette liste arrivera.`,
  approveAll: (count: number) =>
    plural('fr', count, { one: 'Approuver', other: `Approuver les ${count}` }),
  approveSome: (count: number, all: number) => `Approuver ${count} sur ${all}`,
  denyAll: (count: number) =>
    plural('fr', count, { one: 'Refuser', other: `Refuser les ${count}` }),
  cancelAll: 'Annuler la liste',
  cancelUndecided: (count: number) =>
    plural('fr', count, {
      one: 'Annuler celle en attente',
      other: `Annuler les ${count} en attente`,
    }),
  retryFailed: (count: number) =>
    plural('fr', count, {
      one: 'Relancer l’arrêtée',
      other: `Relancer les ${count} arrêtées`,
    }),
  next: 'Lignes suivantes',
  previous: 'Lignes précédentes',
  ordered: {
    approve: (who: string) => `${who} a approuvé la liste. Je transmets ligne par ligne.`,
    deny: (who: string) => `${who} a refusé la liste. Je transmets ligne par ligne.`,
    cancel: (who: string) => `${who} retire la liste. Je transmets ligne par ligne.`,
    retry: (who: string) => `${who} relance les demandes arrêtées.`,
  },
  carriedOut: {
    approve: (who: string, count: number) =>
      plural('fr', count, {
        one: `${who} a approuvé ${count} demande.`,
        other: `${who} a approuvé ${count} demandes.`,
      }),
    deny: (who: string, count: number) =>
      plural('fr', count, {
        one: `${who} a refusé ${count} demande.`,
        other: `${who} a refusé ${count} demandes.`,
      }),
    cancel: (who: string, count: number) =>
      plural('fr', count, {
        one: `${who} a annulé ${count} demande.`,
        other: `${who} a annulé ${count} demandes.`,
      }),
    retry: (who: string, count: number) =>
      plural('fr', count, {
        one: `${who} a relancé ${count} demande.`,
        other: `${who} a relancé ${count} demandes.`,
      }),
  },
  notDone: (row: number, why: string) => `Sauf la ligne ${row} : ${why}`,
  /** Where the words for whoever is refused would not be right for everybody else who reads the card. */
  notDoneBecause: {
    'not-allowed': (who: string) => `${who} n’a pas le droit de faire cela.`,
    'own-request': () => 'Ni le demandeur ni le bénéficiaire ne décident de la demande.',
    'not-asked-now': (who: string) => `La décision de ${who} n’est pas demandée à cette étape.`,
    'already-approved': (who: string) => `L’approbation de ${who} est déjà prise en compte.`,
    'approved-earlier-stage': (who: string) =>
      `${who} a approuvé une étape précédente de cette demande.`,
    'needed-later': (who: string, stage: string) =>
      `Une étape ultérieure de cette demande a besoin de ${who} (${stage}).`,
    'no-longer-approver': (who: string) =>
      `${who} ne fait plus partie de ceux qui décident de cette demande.`,
  },
  notDoneMore: (count: number) =>
    plural('fr', count, { one: `et ${count} autre ligne`, other: `et ${count} autres lignes` }),
  quoted: (words: string) => `« ${words} »`,
  onlyExisting:
    'Pour plusieurs personnes à la fois, choisissez un groupe qui existe. Un nouveau groupe se demande d’abord pour une seule personne.',
  withoutPackage:
    'Pour plusieurs personnes à la fois, c’est moi qui choisis le package d’accès. Veuillez laisser ce champ vide.',
  plans: 'Ce qui va changer',
  /** More plans than fit on the card. */
  plansOf: (from: number, to: number, all: number) =>
    `Ce qui va changer : plans ${from} à ${to} sur ${all}`,
  nextPlans: 'Autres plans',
  previousPlans: 'Plans précédents',
  /** Of a decision on the whole list. */
  changed:
    'Une partie de ce que cette liste changerait n’est plus comme vous l’avez vue ; je n’ai donc encore rien fait. Les plans ci-dessous sont à jour : regardez-les et décidez à nouveau.',
  newList: (id: string) =>
    `Les lignes refusées forment maintenant la liste ${id}, qui a sa propre carte.`,
  listLine: (id: string, states: string) => `${id} · ${states}`,
  listStates: {
    checking: 'en cours de vérification',
    draft: 'vérifiée, non envoyée',
    discarded: 'non envoyée',
    sending: 'en cours d’envoi',
    sent: 'envoyée',
  },
  notFound: (id: string) => `Il n’y a pas de liste ${id} que vous puissiez voir.`,
  whyEach: (id: string) =>
    `Chaque demande de cette liste suit son propre chemin. Tapez pourquoi et le numéro de l’une d’elles, par exemple : pourquoi ${id}`,
  cancelling: 'Je retire la liste.',
  notYours: (who: string) => `Rien n’a été retiré : seul(e) ${who} peut retirer cette liste.`,
  notCancelled: 'Tout ce que contient cette liste est déjà décidé, il ne reste rien à retirer.',
  notYet:
    'Ce n’est pas encore possible, car je suis en train de vérifier ou d’envoyer cette liste. Réessayez dans un instant.',
  over: 'Ce n’est plus possible. La carte montre où en est la liste.',
  sentence: (heading: string, states: string) => `${heading} : ${states}`,
  asksSentence: (who: string, heading: string, count: number) =>
    plural('fr', count, {
      one: `${who} demande votre décision sur ${count} demande. ${heading}`,
      other: `${who} demande votre décision sur ${count} demandes. ${heading}`,
    }),
  newerBelow: 'Il y a un message plus récent sur cette liste plus bas.',
  outcomeTitle: (id: string) => `La liste ${id} est terminée`,
  file: {
    tooLarge:
      'Ce fichier dépasse 1 Mo. Une liste a au plus 200 lignes ; veuillez en envoyer une plus courte.',
    notReadable:
      'Je n’ai pas pu récupérer ce fichier dans Teams. Veuillez le renvoyer ou coller les lignes.',
    notAList: (name: string) =>
      `${name} n’est pas un fichier .csv. Veuillez enregistrer la liste au format .csv ou coller les lignes après « liste ».`,
    onlyOne: 'Veuillez envoyer un seul fichier à la fois.',
  },
} as const;
