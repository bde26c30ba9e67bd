import type { Owner } from '../../../domain/advice.ts';
import type { LegName } from '../../../domain/legs.ts';
import type { LastLook } from '../../../domain/request.ts';

export const request = {
  forWhom: (person: string, group: string) => `${person} dans ${group}`,
  asks: (requester: string) => `${requester} demande votre décision`,
  number: (id: string) => `Demande ${id}`,
  for: 'Pour',
  requestedBy: 'Demandeur',
  asked: (who: string, moment: string) => `${who}, le ${moment}`,
  reason: 'Motif',
  duration: 'Durée',
  decided: 'Décision',
  quoted: (words: string) => `« ${words} »`,
  decidedWith: (decision: string, quote: string) => `${decision} : ${quote}`,
  sentence: (id: string, who: string, state: string) => `${id} : ${who}, ${state}`,
  asksFor: (asks: string, sentence: string) => `${asks}. ${sentence}`,
  progressTitle: 'Le chemin vers Active Directory',
  comment: 'Commentaire (nécessaire pour refuser)',
  commentHint: 'Le demandeur le lira',
  commentMissing:
    'Dites pourquoi vous refusez : le demandeur le lira. Écrivez un commentaire, puis choisissez « Refuser ».',
} as const;

export const states = {
  awaitingApproval: (who: string) => `En attente de décision : ${who}`,
  settingUp: 'Approuvée. Je la mets en place.',
  delivering: 'Approuvée et mise en place. La gestion des droits d’utilisation affecte le package.',
  awaitingMembership: 'Affectation faite. En attente de l’appartenance dans Entra.',
  awaitingSync: 'Dans Entra. En attente de la synchronisation vers Active Directory.',
  confirmed: 'Terminé : Active Directory montre l’appartenance.',
  attested: (who: string) => `Terminé : ${who} a confirmé l’appartenance dans Active Directory.`,
  denied: (who: string) => `Refusée par ${who}`,
  deniedFor: (who: string, approver: string) => `Refusée par ${who} pour ${approver}`,
  cancelled: (who: string) => `Annulée par ${who}`,
  expired: 'Personne n’a décidé à temps, cette demande a donc expiré.',
  stoppedAt: (step: string) => `Arrêtée à l’étape « ${step} »`,
  stoppedWaiting: 'Arrêtée sur le chemin vers Active Directory',
} as const;

/** Of one request; for several bulk.ts has the plural. */
export const listStates = {
  'awaiting-approval': 'en attente d’approbation',
  denied: 'refusée',
  cancelled: 'annulée',
  expired: 'expirée',
  'setting-up': 'en préparation',
  delivering: 'en cours d’affectation',
  'awaiting-membership': 'en attente d’Entra',
  'awaiting-sync': 'en attente de synchronisation',
  confirmed: 'dans Active Directory',
  failed: 'arrêtée',
} as const;

export const legs = {
  assigned: 'Affectation dans la gestion des droits d’utilisation',
  'member-in-entra': 'Membre dans Microsoft Entra',
  exported: 'Exportation par la synchronisation',
  'member-in-ad': 'Membre dans Active Directory',
} satisfies Readonly<Record<LegName, string>>;

export const legStates = {
  pending: ['○', 'en attente'],
  working: ['◐', 'en cours'],
  done: ['✓', 'fait'],
  failed: ['✕', 'échec'],
  unknown: ['?', 'non visible'],
  'not-reached': ['○', 'non atteint'],
} as const;

export const findings = {
  'not-member': 'Active Directory ne montre pas encore l’appartenance.',
  'group-missing': 'Le groupe n’est pas encore dans Active Directory.',
  'user-missing': 'Je ne trouve pas encore la personne dans Active Directory.',
  'group-ambiguous':
    'Plusieurs objets dans Active Directory pourraient être le groupe. Un administrateur devrait vérifier.',
  'user-ambiguous':
    'Plusieurs comptes dans Active Directory pourraient être cette personne. Un administrateur devrait vérifier.',
  'not-verifiable':
    'Je ne peux pas regarder dans Active Directory ici. Un approbateur ou un administrateur qui a vérifié peut confirmer.',
  'directory-unreachable':
    'Aucun contrôleur de domaine n’a répondu à la dernière vérification. Je continue de vérifier.',
  'sync-disabled': 'La synchronisation est désactivée. Un administrateur doit l’activer.',
  'sync-suspended': 'La synchronisation est suspendue. Un administrateur doit la relancer.',
  'sync-staging':
    'Le serveur de synchronisation est en mode intermédiaire et n’écrit rien. Un administrateur devrait vérifier.',
  'waiting-for-cycle':
    'Aucun cycle de synchronisation n’a commencé depuis que l’appartenance est dans Entra.',
} satisfies Readonly<Record<LastLook['finding'], string>>;

export const times = {
  doneIn: (span: string) => `fait en ${span}`,
  altogether: (span: string) => `Au total ${span} entre l’approbation et la preuve.`,
  since: (moment: string) => `depuis le ${moment}`,
  lastLook: (moment: string) => `Dernière vérification le ${moment}.`,
  approvedBy: (who: string, moment: string) => `Approuvée par ${who}, le ${moment}`,
  deniedBy: (who: string, moment: string) => `Refusée par ${who}, le ${moment}`,
  cancelledBy: (who: string, moment: string) => `Annulée par ${who}, le ${moment}`,
} as const;

export const notices = {
  /** A second click of the same person. */
  approvedYourself: (moment: string) => `Vous avez approuvé cette demande vous-même, le ${moment}.`,
  deniedYourself: (moment: string) => `Vous avez refusé cette demande vous-même, le ${moment}.`,
  approvedBefore: (who: string, moment: string) =>
    `${who} a approuvé cette demande avant vous, le ${moment}.`,
  deniedBefore: (who: string, moment: string) =>
    `${who} a refusé cette demande avant vous, le ${moment}.`,
  notCancelled: {
    approved: (who: string, moment: string) =>
      `Rien n’a été annulé : ce n’est possible que jusqu’à la décision, et ${who} avait déjà approuvé la demande, le ${moment}.`,
    denied: (who: string, moment: string) =>
      `Rien n’a été annulé : ${who} avait déjà refusé la demande, le ${moment}.`,
    emergency: (moment: string) =>
      `Rien n’a été annulé : un accès d’urgence ne s’annule pas. Il prend fin tout seul vers le ${moment}.`,
    over: 'Rien n’a été annulé : cette demande était déjà terminée.',
    notYours: (who: string) =>
      `Rien n’a été annulé : seul l’auteur de la demande, ${who}, ou un administrateur peut l’annuler.`,
  },
  unreachable: (who: string) =>
    `Je ne peux pas écrire à ${who} : l’application Writeback manque dans Teams ou y est bloquée. Dès qu’elle sera disponible, cette demande arrivera.`,
  passOn: (link: string) => `Envoyez ce lien, qui permet de l’ajouter : ${link}`,
  mender: (owner: string) => `Qui peut y remédier : ${owner}.`,
  done: 'C’est fait. La carte montre où en est la demande.',
} as const;

export const owners = {
  you: 'vous',
  'the approver': 'l’approbateur',
  'the group owner': 'le propriétaire du groupe',
  'an administrator': 'un administrateur',
  nobody: 'personne',
} satisfies Readonly<Record<Owner, string>>;
