import type { ConnectRun } from '../../../domain/sync-now-result.ts';
import { plural } from '../counting.ts';

type Refusal = Extract<ConnectRun, { readonly kind: 'refused' }>['why'];

export const syncNow = {
  title: 'Synchroniser maintenant',
  summary: 'Le résultat de « synchroniser »',
  notAllowed:
    'Vous n’avez pas le droit de lancer une synchronisation. Les administrateurs de Writeback l’ont : adressez-vous à l’un d’eux si cela ne peut pas attendre.',
  nothingWaits: 'Aucune demande n’attend de synchronisation, je n’en ai donc pas lancé.',
  waiting: (count: number) =>
    plural('fr', count, {
      one: `${count} demande l’attend.`,
      other: `${count} demandes l’attendent.`,
    }),
  started: (moment: string) => `J’ai lancé une synchronisation, le ${moment}.`,
  startedNext:
    'Elle emporte tout ce qui attend. Je regarde dans Active Directory dès qu’elle est terminée.',
  joined: (who: string, moment: string) =>
    `${who} a fait lancer une synchronisation juste avant, le ${moment}.`,
  joinedOwn: (moment: string) =>
    `Vous avez fait lancer une synchronisation juste avant, le ${moment}.`,
  joinedNext: 'Elle emporte tout ce qui attend, je n’en ai donc pas lancé de deuxième.',
  running: 'Une synchronisation est déjà en cours.',
  runningSince: (moment: string) => `Une synchronisation est déjà en cours depuis le ${moment}.`,
  covers: 'Elle emporte tout ce qui attend.',
  coversNot:
    'Elle a commencé trop tôt pour une partie de ce qui attend. Redemandez quand elle sera terminée : j’en lancerai une autre pour le reste.',
  tooSoon: (who: string, moment: string) =>
    `${who} a fait lancer une synchronisation le ${moment}, trop tôt pour une partie de ce qui attend. Il est encore trop tôt pour une autre, je n’en ai donc pas lancé.`,
  tooSoonOwn: (moment: string) =>
    `Vous avez fait lancer une synchronisation le ${moment}, trop tôt pour une partie de ce qui attend. Il est encore trop tôt pour une autre, je n’en ai donc pas lancé.`,
  again: (moment: string) => `La prochaine pourra être lancée le ${moment}.`,
  refused: {
    busy: [
      'Le moteur de synchronisation est occupé à autre chose.',
      'Réessayez dans quelques minutes.',
    ],
    suspended: [
      'La synchronisation est suspendue, comme elle l’est tant que son assistant est ouvert.',
      'Un administrateur doit fermer l’assistant de configuration sur le serveur de synchronisation.',
    ],
    staging: [
      'Le serveur de synchronisation est en mode intermédiaire et n’écrit rien ; une synchronisation n’aiderait donc pas.',
      'Un administrateur doit mettre fin au mode intermédiaire ou me connecter au serveur actif.',
    ],
    disabled: [
      'La synchronisation est désactivée.',
      'Un administrateur doit l’activer, sur le serveur de synchronisation : Set-ADSyncScheduler -SyncCycleEnabled $true',
    ],
    denied: [
      'Le serveur de synchronisation ne me laisse pas lancer de synchronisation.',
      'Un administrateur doit y donner à mon compte le droit d’en lancer une.',
    ],
    'too-soon': [
      'La dernière synchronisation vient d’être lancée, et le serveur de synchronisation exige un certain temps entre deux.',
      'Réessayez dans quelques minutes.',
    ],
  } satisfies Readonly<Record<Refusal, readonly [string, string]>>,
  group: (group: string) => `${group} par Entra Cloud Sync`,
  written: (count: number) =>
    plural('fr', count, {
      one: `Selon Cloud Sync, ${count} personne est écrite. Je regarde maintenant dans Active Directory.`,
      other: `Selon Cloud Sync, ${count} personnes sont écrites. Je regarde maintenant dans Active Directory.`,
    }),
  skipped: (count: number, codes: string) =>
    plural('fr', count, {
      one: `${count} personne a été ignorée : ${codes}`,
      other: `${count} personnes ont été ignorées : ${codes}`,
    }),
  failed: (count: number, codes: string) =>
    plural('fr', count, {
      one: `${count} personne n’a pas pu être écrite : ${codes}`,
      other: `${count} personnes n’ont pas pu être écrites : ${codes}`,
    }),
  noJob:
    'Cloud Sync n’a aucune configuration qui écrive des groupes. Un administrateur doit en créer une.',
  notRunning:
    'La configuration Cloud Sync est en pause ou n’a jamais été démarrée. Un administrateur doit la démarrer.',
  outOfScope:
    'Le groupe n’est pas dans l’étendue de Cloud Sync. Un administrateur doit l’ajouter au filtre d’étendue.',
} as const;
