import type { DriftFinding } from '../../../domain/drift-finding.ts';
import type { DriftFix } from '../../../domain/drift-fix.ts';
import { plural } from '../counting.ts';

export const drift = {
  title: 'Active Directory diffère d’Entra',
  compared: 'Comparaison d’Entra et d’Active Directory',
  news: (count: number) =>
    plural('fr', count, { one: `${count} nouvel écart`, other: `${count} nouveaux écarts` }),
  all: (count: number) => plural('fr', count, { one: `${count} écart`, other: `${count} écarts` }),
  none: 'Lors de la dernière vérification, Active Directory correspondait à ce que dit Entra.',
  notYet: 'Je n’ai pas encore comparé Entra et Active Directory.',
  nothingCompared:
    'Lors de la dernière vérification, il n’y avait aucun groupe que je puisse comparer.',
  lastLook: (moment: string, groups: number) =>
    plural('fr', groups, {
      one: `Dernière vérification : ${moment}, ${groups} groupe`,
      other: `Dernière vérification : ${moment}, ${groups} groupes`,
    }),
  unread: (count: number) =>
    plural('fr', count, {
      one: `${count} groupe n’a pas pu être comparé.`,
      other: `${count} groupes n’ont pas pu être comparés.`,
    }),
  off: 'La comparaison quotidienne est désactivée (DRIFT_WATCH=off).',
  impossible:
    'Je ne compare rien, car je ne peux pas lire de groupes entiers dans Active Directory ; il faut pour cela AD_MODE=direct.',
  administratorsOnly:
    'Seuls les administrateurs de Writeback peuvent voir cela. Adressez-vous à l’un d’eux.',
  promise: 'Je ne fais que regarder. Rien de ce qui suit n’a été exécuté.',
  since: (moment: string) => `depuis le ${moment}`,
  fix: (place: string) => `Pour corriger, ${place} :`,
  places: {
    'active-directory': 'par un administrateur d’Active Directory',
    'sync-server': 'sur le serveur Entra Connect',
    entra: 'par un administrateur d’Entra',
  } satisfies Readonly<Record<DriftFix['runOn'], string>>,
  findings: {
    'member-added': (what: string) => `Ajout à la main dans Active Directory : ${what}`,
    'member-removed': (what: string) => `Retrait à la main dans Active Directory : ${what}`,
    'member-missing': (what: string) => `${what} est dans Entra et pas dans Active Directory.`,
    'writeback-off': () =>
      'Sa réécriture a été désactivée : aucun changement n’arrive dans Active Directory.',
    moved: (what: string) => `Il a été déplacé hors de l’UO cible : ${what}`,
    'wrong-type': (what: string) =>
      `Son type dans Active Directory a été modifié : groupType ${what}.`,
    'group-missing': () => 'Il n’est pas dans Active Directory.',
    'group-ambiguous': (what: string) => `Plusieurs objets pourraient être ce groupe : ${what}`,
    'group-orphaned': (what: string) => `Il n’existe plus dans Entra et est encore là : ${what}`,
  } satisfies Readonly<Record<DriftFinding['kind'], (what: string) => string>>,
  more: (count: number) =>
    plural('fr', count, {
      one: `${count} autre n’est pas affiché ici. « npm run drift » montre tout.`,
      other: `${count} autres ne sont pas affichés ici. « npm run drift » montre tout.`,
    }),
} as const;
