import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

export const adviceOnClicks = {
  'catalog-not-found': {
    happened: () => 'Je ne trouve pas ce catalogue parmi ceux que vous possédez ou gérez.',
    next: 'Tapez « catalogues » pour voir les vôtres.',
  },
  'catalog-name-taken': {
    happened: (s: string) => `Il existe déjà un catalogue nommé ${s}.`,
    next: 'Choisissez un autre nom ou ouvrez le catalogue existant.',
  },
  'catalog-last-owner': {
    happened: (s: string) => `Le catalogue ${s} n’aurait plus aucun propriétaire.`,
    next: 'Désignez d’abord un autre propriétaire. Un administrateur de Writeback peut retirer le dernier.',
  },
  'group-not-owned': {
    happened: (s: string) => `Vous n’êtes pas propriétaire du groupe ${s}.`,
    next: 'Les propriétaires d’un catalogue ajoutent les groupes dont ils sont eux-mêmes propriétaires. Demandez au propriétaire du groupe de vous ajouter comme propriétaire, ou à un administrateur de Writeback d’ajouter le groupe.',
  },
  'request-not-found': {
    happened: () => 'Je ne trouve pas cette demande.',
    next: 'Tapez « mes demandes » pour voir les vôtres.',
  },
  'not-allowed': {
    happened: () => 'Vous n’avez pas le droit de faire cela.',
    next: 'Adressez-vous à l’une des personnes nommées sur la carte.',
  },
  'own-request': {
    happened: () =>
      'Vous ne pouvez pas décider d’une demande que vous avez faite ou qui vous concerne.',
    next: 'La décision revient à l’un des autres approbateurs.',
  },
  'already-decided': {
    happened: () => 'Une décision a été prise entre-temps sur cette demande.',
    next: 'La carte montre maintenant où elle en est.',
  },
  'request-changed': {
    happened: () => 'Cette demande a changé entre-temps.',
    next: 'La carte montre maintenant où elle en est ; veuillez la revoir.',
  },
  'person-not-reachable': {
    happened: (s: string) => `Je ne peux pas écrire à ${s}.`,
    next: 'Cette personne doit d’abord ajouter l’application Writeback dans Teams.',
  },
  defect: {
    happened: () => 'Un problème est survenu de mon côté.',
    next: 'Rien n’a été perdu. Un administrateur trouvera la raison dans le journal, sous le numéro de cette demande.',
  },
  'reason-not-accepted': {
    happened: (s: string) => s,
    next: 'Précisez-le dans le motif et renvoyez le formulaire.',
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'Saisissez le numéro du ticket et renvoyez le formulaire.',
  },
  'duration-too-long': {
    happened: (s: string) =>
      `Pour cet accès, la stratégie d’approbation autorise au plus ${s} jours.`,
    next: 'Choisissez une durée plus courte et renvoyez le formulaire.',
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'C’est ce que prévoit la stratégie d’approbation de votre organisation. Un administrateur peut la modifier.',
  },
  'break-glass-off': {
    happened: (s: string) => `L’accès d’urgence à ${s} n’est pas autorisé.`,
    next: 'Faites une demande ordinaire ; ses approbateurs sont sollicités aussitôt.',
  },
  'not-asked-now': {
    happened: () => 'Votre décision n’est pas demandée à cette étape.',
    next: 'Les personnes sollicitées maintenant sont nommées sur la carte.',
  },
  'already-approved': {
    happened: () => 'Votre approbation est déjà prise en compte.',
    next: 'Vous n’avez plus rien à faire. S’il manque des approbations, elles doivent venir d’autres personnes.',
  },
  'approved-earlier-stage': {
    happened: () => 'Vous avez approuvé une étape précédente de cette demande.',
    next: 'Cette étape demande quelqu’un d’autre. Les personnes sollicitées sont nommées sur la carte.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
