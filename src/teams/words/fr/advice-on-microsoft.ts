import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

export const adviceOnMicrosoft = {
  'graph-permission-missing': {
    happened: () => 'Microsoft Graph ne me laisse pas faire cela.',
    next: 'Un administrateur doit accorder au bot l’autorisation indiquée dans les détails, puis choisir « Réessayer ».',
  },
  'graph-credentials-refused': {
    happened: () => 'Microsoft Entra n’a pas accepté mes informations d’identification.',
    next: 'Un administrateur doit renouveler le certificat ou le secret du bot, puis choisir « Réessayer ».',
  },
  'graph-unreachable': {
    happened: () => 'Microsoft Graph ne répond pas pour le moment.',
    next: 'Rien n’est perdu. Réessayez dans quelques minutes.',
  },
  'graph-throttled': {
    happened: () => 'Microsoft Graph me demande de ralentir.',
    next: 'Rien n’est perdu. Réessayez dans quelques minutes.',
  },
  'graph-outcome-unknown': {
    happened: () => 'Microsoft Graph a reçu un ordre, mais n’a pas dit s’il l’a exécuté.',
    next: 'Je vérifie avant de répéter quoi que ce soit. Réessayez dans quelques minutes.',
  },
  'graph-refused': {
    happened: () => 'Microsoft Graph a refusé l’ordre.',
    next: 'Un administrateur trouvera la raison dans les détails.',
  },
  'licence-missing': {
    happened: () => 'Le locataire n’a pas de licence pour la gestion des droits d’utilisation.',
    next: 'Un administrateur doit attribuer Microsoft Entra ID P2 ou Governance ; une nouvelle licence met jusqu’à huit heures à prendre effet.',
  },
  'not-visible-yet': {
    happened: () => 'Un nouvel objet n’est pas encore visible partout.',
    next: 'Microsoft Entra a besoin de quelques minutes pour le copier. Choisissez « Réessayer » plus tard.',
  },
  'not-resource-owner': {
    happened: () => 'Je n’ai pas le droit d’ajouter ce groupe à un catalogue.',
    next: 'Un administrateur doit accorder Group.ReadWrite.All au bot ou le rendre propriétaire du groupe, puis choisir « Réessayer ».',
  },
  'policy-needs-approval': {
    happened: () => 'Toutes les stratégies de ce package d’accès exigent une autre approbation.',
    next: 'Un administrateur doit ajouter une stratégie sans approbation pour l’affectation directe.',
  },
  'assignment-failed': {
    happened: () => 'La gestion des droits d’utilisation n’a pas pu remettre l’affectation.',
    next: 'Un administrateur peut la retraiter dans le centre d’administration Microsoft Entra ou choisir « Réessayer » ici.',
  },
  'assignment-ended': {
    happened: () => 'L’affectation a été supprimée avant d’atteindre Active Directory.',
    next: 'Si l’accès est toujours nécessaire, faites une nouvelle demande.',
  },
  'writeback-refused': {
    happened: () => 'Microsoft Graph a refusé d’activer la réécriture pour ce groupe.',
    next: 'Un administrateur trouvera la raison dans les détails.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
