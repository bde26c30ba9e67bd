import { de } from './elision.ts';

export const approval = {
  title: 'Approbation',
  rule: 'Règle',
  ticket: 'N° de ticket',
  waitingForSome: (count: number, who: string) => `En attente de ${count} décisions parmi : ${who}`,
  waitingForAll: (who: string) => `En attente de la décision de toutes ces personnes : ${who}`,
  waitingForBoth: (who: string) => `En attente de la décision de ces deux personnes : ${who}`,
  expires: (moment: string) => `Sans décision, elle expire le ${moment}.`,
  claimed: (who: string, moment: string) => `${who} s’en occupe depuis le ${moment}.`,
  youClaimed: (moment: string) => `Vous vous en occupez depuis le ${moment}.`,
  youApproved: (moment: string) =>
    `Vous avez approuvé cette demande le ${moment}. Il manque encore d’autres approbations.`,
  neededLater: (stage: string) =>
    `Vous n’approuvez pas ici, car une étape ultérieure a besoin de vous et nul n’approuve deux fois. La vôtre est celle-ci : ${stage}.`,
  left: 'Vous n’êtes plus sollicité ici, car vous avez quitté le groupe ou le rôle pour lequel vous l’étiez.',
  reminder: (moment: string) => `Rappel : cette demande attend depuis le ${moment}.`,
  reminds: (asks: string) => `Rappel. ${asks}`,
  escalated: (who: string, moment: string) =>
    `Personne n’a décidé depuis trop longtemps : depuis le ${moment}, ces personnes sont aussi sollicitées : ${who}.`,
  stage: (number: number, count: number, name: string) => `Étape ${number} sur ${count} : ${name}`,
  given: (given: number, need: number) => `Approbations : ${given} sur ${need}`,
  marks: { done: '✓', asked: '◐', later: '○', ended: '✕' },
  voted: (who: string, moment: string) => `✓ ${who} a approuvé, le ${moment}`,
  votedFor: (who: string, approver: string, moment: string) =>
    `✓ ${who} a approuvé pour ${approver}, le ${moment}`,
  votedWith: (vote: string, quote: string) => `${vote} : ${quote}`,
  unanswered: (who: string) => `Pas encore de réponse : ${who}`,
  neverAnswered: (who: string) => `Pas de réponse : ${who}`,
  comesLater: (who: string) => `Décision demandée ensuite : ${who}`,
  standsIn: (deputy: string, approver: string, lastDay: string) =>
    `${deputy} remplace ${approver} jusqu’au ${lastDay}`,
  shortened: (now: string, asked: string, who: string) =>
    `${now} (demandé : ${asked} ; raccourci par ${who})`,
  duration: 'Pour combien de temps',
  asAsked: (duration: string) => `Comme demandé : ${duration}`,
  because: {
    named: 'Votre décision est demandée car la stratégie d’approbation vous nomme.',
    groupMember: (group: string) =>
      `Votre décision est demandée car vous êtes membre du groupe ${group}.`,
    manager: (who: string) =>
      `Votre décision est demandée car vous êtes responsable hiérarchique ${de(who)}.`,
    /** Of a review. */
    administrator:
      'Votre avis est demandé en tant qu’administrateur, car trop peu d’autres personnes pourraient approuver.',
    managerFallback: (who: string) =>
      `Votre décision est demandée car ${who} n’a pas de responsable hiérarchique qui puisse décider.`,
    catalogOwner: (catalog: string) =>
      `Votre décision est demandée car vous êtes propriétaire du catalogue ${catalog}.`,
    packageManager: (catalog: string) =>
      `Votre décision est demandée car vous gérez les packages d’accès du catalogue ${catalog}.`,
    deputy: (who: string, lastDay: string) =>
      `Votre décision est demandée car vous remplacez ${who} jusqu’au ${lastDay}.`,
  },
  returned: 'Le plan a changé, cette demande doit donc être approuvée à nouveau',
  returnedBody: (moment: string) =>
    `Elle avait été approuvée, mais au moment de commencer, le ${moment}, quelque chose n’était plus comme approuvé. Rien n’a été modifié. Les différences sont signalées par ⚠ ci-dessous.`,
  returns: (asks: string) => `Modifiée depuis son approbation. ${asks}`,
  writeback: { on: 'activée', off: 'désactivée', undetermined: 'non décidée' },
  changed: (before: string, after: string) => `⚠ Modifié : ${before} → ${after}`,
  newerBelow: 'Il y a un message plus récent sur cette demande plus bas.',
  showHere: 'Afficher ici',
} as const;
