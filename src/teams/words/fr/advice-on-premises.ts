import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';

export const adviceOnPremises = {
  'directory-unreachable': {
    happened: () => 'Aucun contrôleur de domaine ne répond pour le moment.',
    next: 'Je continue de vérifier. Un administrateur peut contrôler la connexion à Active Directory.',
  },
  'directory-refused-credentials': {
    happened: () => 'Active Directory n’a pas accepté mon compte.',
    next: 'Un administrateur doit renouveler le compte qui lit Active Directory.',
  },
  'directory-not-secure': {
    happened: () =>
      'La connexion à Active Directory n’est pas sécurisée, je ne l’utilise donc pas.',
    next: 'Un administrateur doit configurer LDAPS avec un certificat que je peux vérifier.',
  },
  'sync-unreachable': {
    happened: () => 'Je ne vois pas le planning du moteur de synchronisation pour le moment.',
    next: 'La confirmation arrivera quand même ; seule l’heure prévue est inconnue.',
  },
  'sync-start-not-available': {
    happened: () => 'Je ne peux pas lancer de synchronisation d’ici.',
    next: 'Le prochain cycle emportera tout. Un administrateur peut en lancer un sur le serveur de synchronisation ou m’y connecter.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
