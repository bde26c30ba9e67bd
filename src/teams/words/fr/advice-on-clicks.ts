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
    whenFailed: {
      next: 'Ce qui doit être modifié n’est plus tel qu’approuvé, et une autre règle s’applique désormais. Faites une nouvelle demande qui la respecte.',
    },
  },
  'ticket-not-accepted': {
    happened: (s: string) => s,
    next: 'Saisissez le numéro du ticket et renvoyez le formulaire.',
    whenFailed: {
      next: 'Ce qui doit être modifié n’est plus tel qu’approuvé, et une autre règle s’applique désormais. Faites une nouvelle demande qui la respecte.',
    },
  },
  'duration-too-long': {
    happened: (s: string) =>
      `Pour cet accès, la stratégie d’approbation autorise au plus ${s} jours.`,
    next: 'Choisissez une durée plus courte et renvoyez le formulaire.',
    whenFailed: {
      next: 'Ce qui doit être modifié n’est plus tel qu’approuvé, et une autre règle s’applique désormais. Faites une nouvelle demande qui la respecte.',
    },
  },
  'refused-by-policy': {
    happened: (s: string) => s,
    next: 'C’est ce que prévoit la stratégie d’approbation de votre organisation. Un administrateur peut la modifier.',
    whenFailed: {
      next: 'Ce qui doit être modifié n’est plus tel qu’approuvé, et la stratégie d’approbation de votre organisation le refuse désormais. Un administrateur peut la modifier, puis choisir « Réessayer ».',
    },
  },
  'break-glass-off': {
    happened: (s: string) => `L’accès d’urgence à ${s} n’est pas autorisé.`,
    next: 'Faites une demande ordinaire ; ses approbateurs sont sollicités aussitôt.',
  },
  'break-glass-unreviewed': {
    happened: (s: string) =>
      `Votre accès d’urgence ${s} n’a pas encore été examiné, et d’ici là il n’y en a pas d’autre.`,
    next: 'Demandez à l’une des personnes prévenues de l’examiner ou faites une demande ordinaire ; ses approbateurs sont sollicités aussitôt.',
  },
  'break-glass-new-group': {
    happened: (s: string) =>
      `${s} n’existe pas encore, et l’accès d’urgence ne crée pas de groupe : son propriétaire le resterait une fois les heures écoulées.`,
    next: 'Choisissez un groupe qui existe ou faites une demande ordinaire ; ses approbateurs sont sollicités aussitôt.',
  },
  'break-glass-under-way': {
    happened: (s: string) => `${s} est déjà en route et donne la même appartenance.`,
    next: 'L’accès d’urgence ne serait pas plus rapide. La personne qui a fait cette demande ou qui doit recevoir l’accès peut taper « pourquoi » et son numéro pour lire ce qu’elle attend.',
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
  'needed-later': {
    happened: (s: string) => `Une étape ultérieure de cette demande a besoin de vous (${s}).`,
    next: 'Elle n’a personne d’autre, et nul n’approuve deux fois. Veuillez laisser cette étape à l’une des autres personnes nommées sur la carte.',
  },
  'no-longer-approver': {
    happened: () => 'Vous ne faites plus partie de ceux qui décident de cette demande.',
    next: 'Vous avez quitté le groupe ou le rôle pour lequel vous étiez sollicité. Les personnes sollicitées sont nommées sur la carte ; un administrateur peut rectifier.',
  },
  'approval-expired': {
    happened: () => 'Le délai pour décider de cette demande est écoulé.',
    next: 'Rien n’a été décidé. Si l’accès reste nécessaire, il faut une nouvelle demande.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
