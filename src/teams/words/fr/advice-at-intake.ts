import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';
import { de } from './elision.ts';

export const adviceAtIntake = {
  'user-not-found': {
    happened: (s: string) => `Je ne trouve pas ${s} dans Microsoft Entra.`,
    next: 'Choisissez la personne dans la liste ou saisissez son nom de connexion complet.',
    whenFailed: {
      happened: (s: string) => `${s} n’existe plus dans Microsoft Entra.`,
      next: 'Quand le compte sera de retour, choisissez « Réessayer ». Pour une autre personne, faites une nouvelle demande.',
    },
  },
  'user-is-guest': {
    happened: (s: string) => `${s} est un compte invité.`,
    next: 'Les invités n’ont pas de compte dans Active Directory et ne peuvent donc jamais y devenir membres. Choisissez une autre personne ou demandez à un administrateur un compte dans Active Directory.',
    whenFailed: {
      next: 'Les invités n’ont pas de compte dans Active Directory et ne peuvent donc jamais y devenir membres. Faites une nouvelle demande pour une autre personne ou demandez à un administrateur un compte dans Active Directory.',
    },
  },
  'user-is-cloud-only': {
    happened: (s: string) => `${s} n’existe que dans le cloud.`,
    next: 'La réécriture ignore les personnes sans compte dans Active Directory. Un administrateur doit y créer le compte, puis le laisser se synchroniser.',
    whenFailed: {
      next: 'La réécriture ignore les personnes sans compte dans Active Directory. Un administrateur doit y créer le compte, le laisser se synchroniser, puis choisir « Réessayer ».',
    },
  },
  'user-is-disabled': {
    happened: (s: string) => `Le compte ${de(s)} est désactivé.`,
    next: 'Un administrateur doit d’abord l’activer.',
    whenFailed: { next: 'Un administrateur doit l’activer, puis choisir « Réessayer ».' },
  },
  'group-not-found': {
    happened: (s: string) => `Je ne trouve pas le groupe ${s}.`,
    next: 'Choisissez un groupe dans la liste ou saisissez un nouveau nom.',
    whenFailed: {
      happened: (s: string) => `Le groupe ${s} n’existe plus dans Microsoft Entra.`,
      next: 'Pendant 30 jours, un administrateur peut restaurer un groupe supprimé, puis choisir « Réessayer ». Pour un autre groupe, faites une nouvelle demande.',
    },
  },
  'group-name-taken': {
    happened: (s: string) =>
      `Un groupe avec l’adresse ${de(s)} existe déjà, peut-être parmi les groupes supprimés.`,
    next: 'Choisissez le groupe existant ou saisissez un autre nom.',
    whenFailed: {
      next: 'Faites une nouvelle demande : choisissez le groupe existant ou saisissez un autre nom.',
    },
  },
  'group-name-not-allowed': {
    happened: (s: string) => `La stratégie de nommage de votre organisation n’autorise pas ${s}.`,
    next: 'Choisissez un autre nom ou demandez les règles à un administrateur.',
    whenFailed: {
      next: 'Faites une nouvelle demande avec un autre nom ou demandez les règles à un administrateur.',
    },
  },
  'group-is-dynamic': {
    happened: (s: string) => `${s} se remplit selon une règle.`,
    next: 'Personne ne peut être affecté à un groupe dynamique. Son propriétaire peut modifier la règle, ou vous choisissez un autre groupe.',
    whenFailed: {
      next: 'Personne ne peut être affecté à un groupe dynamique. Le propriétaire du groupe peut modifier la règle, puis choisir « Réessayer ». Pour un autre groupe, faites une nouvelle demande.',
    },
  },
  'group-is-synced': {
    happened: (s: string) => `${s} provient d’Active Directory.`,
    next: 'Les groupes gérés localement ne peuvent pas être réécrits. Un administrateur peut d’abord convertir leur source d’autorité vers le cloud.',
    whenFailed: {
      next: 'Les groupes gérés localement ne peuvent pas être réécrits. Un administrateur peut convertir leur source d’autorité vers le cloud, puis choisir « Réessayer ».',
    },
  },
  'group-is-role-assignable': {
    happened: (s: string) => `${s} peut recevoir des rôles d’annuaire.`,
    next: 'Ces groupes ne sont gérés que par des administrateurs privilégiés, pas au moyen de packages d’accès.',
  },
  'group-is-distribution': {
    happened: (s: string) =>
      `${s} est un groupe de distribution ou un groupe de sécurité à extension messagerie.`,
    next: 'Les packages d’accès et la réécriture fonctionnent avec les groupes Microsoft 365 et les groupes de sécurité. Choisissez un autre groupe.',
    whenFailed: {
      next: 'Les packages d’accès et la réécriture fonctionnent avec les groupes Microsoft 365 et les groupes de sécurité. Faites une nouvelle demande pour un autre groupe.',
    },
  },
  'group-kind-not-writable': {
    happened: (s: string) =>
      `Aucun moteur de réécriture de votre locataire ne peut écrire ${s} dans Active Directory.`,
    next: 'Un administrateur doit configurer le moteur pour ce type de groupe : Cloud Sync pour les groupes de sécurité, Connect Sync pour les groupes Microsoft 365.',
  },
  'group-out-of-scope': {
    happened: (s: string) => `Cloud Sync n’écrit pas ${s} dans Active Directory.`,
    next: 'Un administrateur doit ajouter le groupe à l’étendue de la configuration Cloud Sync dans le centre d’administration Microsoft Entra ; je vois le changement en moins d’une minute.',
    whenFailed: {
      next: 'Un administrateur doit ajouter le groupe à l’étendue de la configuration Cloud Sync dans le centre d’administration Microsoft Entra, puis choisir « Réessayer ».',
    },
  },
  'job-paused': {
    happened: (s: string) =>
      `Cloud Sync devrait écrire ${s} dans Active Directory, mais il est en pause.`,
    next: 'Un administrateur doit activer la configuration Cloud Sync dans le centre d’administration Microsoft Entra.',
    whenFailed: {
      next: 'Un administrateur doit activer la configuration Cloud Sync dans le centre d’administration Microsoft Entra, puis choisir « Réessayer ».',
    },
  },
  'job-not-started': {
    happened: (s: string) =>
      `Cloud Sync devrait écrire ${s} dans Active Directory, mais il n’a jamais été démarré.`,
    next: 'Un administrateur doit terminer et démarrer la configuration Cloud Sync dans le centre d’administration Microsoft Entra.',
    whenFailed: {
      next: 'Un administrateur doit terminer et démarrer la configuration Cloud Sync dans le centre d’administration Microsoft Entra, puis choisir « Réessayer ».',
    },
  },
  'writeback-off': {
    happened: () => 'La réécriture de groupe est désactivée dans votre locataire.',
    next: 'Un administrateur doit activer la réécriture de groupe dans Entra Connect Sync ou Cloud Sync.',
  },
  'organizational-unit-missing': {
    happened: () => 'Aucune unité d’organisation n’est configurée pour les groupes réécrits.',
    next: 'Un administrateur doit choisir l’unité d’organisation dans Entra Connect.',
  },
  'already-member': {
    happened: (s: string) => `${s} fait déjà partie de ce groupe.`,
    next: 'Il n’y a rien à demander. Si Active Directory ne le montre pas, attendez le prochain cycle de synchronisation.',
  },
  'open-request-exists': {
    happened: (s: string) => `Une demande est déjà en cours pour ce groupe et ${s}.`,
    next: 'Tapez « mes demandes » pour la voir.',
  },
  'too-many-open-requests': {
    happened: (s: string) => `Vos demandes en cours ont atteint la limite (${s}).`,
    next: 'Dès que l’une d’elles sera terminée, vous pourrez envoyer la suivante. Tapez « mes demandes » pour les voir : vous pouvez annuler celles sur lesquelles personne ne s’est prononcé, ou demander à leurs approbateurs de se prononcer. Beaucoup d’appartenances tiennent dans une seule liste, qui compte pour une demande. Un administrateur peut relever la limite.',
  },
  'nobody-can-approve': {
    happened: (s: string) => `Trop peu de personnes pourraient approuver cette demande (${s}).`,
    next: 'Le demandeur et le bénéficiaire n’approuvent jamais, les comptes désactivés non plus, ni, là où la stratégie veut des personnes différentes, quiconque approuve une autre étape. Un administrateur doit désigner d’autres approbateurs.',
    whenFailed: {
      next: 'Le demandeur et le bénéficiaire n’approuvent jamais, les comptes désactivés non plus, ni, là où la stratégie veut des personnes différentes, quiconque approuve une autre étape. Un administrateur doit désigner d’autres approbateurs, puis choisir « Réessayer ».',
    },
  },
  'too-many-approvers': {
    happened: (s: string) =>
      `La stratégie d’approbation sollicite ici plus de 200 personnes (${s}).`,
    next: 'Personne ne se sentirait concerné. Un administrateur doit indiquer un groupe plus petit dans la stratégie d’approbation.',
    whenFailed: {
      next: 'Personne ne se sentirait concerné. Un administrateur doit indiquer un groupe plus petit dans la stratégie d’approbation, puis choisir « Réessayer ».',
    },
  },
  'access-package-not-found': {
    happened: (s: string) => `Je ne trouve pas le package d’accès ${s}.`,
    next: 'Choisissez-en un dans la liste ou laissez-moi choisir.',
    whenFailed: {
      happened: (s: string) => `Le package d’accès ${s} n’existe plus.`,
      next: 'Faites une nouvelle demande : choisissez un autre package ou laissez-moi choisir.',
    },
  },
  'access-package-does-not-fit': {
    happened: (s: string) =>
      `Le package d’accès ${s} ne donne pas uniquement l’appartenance à ce groupe.`,
    next: 'Choisissez un package qui donne l’appartenance à ce groupe et rien d’autre, ou laissez-moi choisir : qui détient un package obtient tout ce qu’il contient, et l’approbation porte ici sur un seul groupe.',
    whenFailed: {
      next: 'Faites une nouvelle demande : choisissez un package qui donne l’appartenance à ce groupe et rien d’autre, ou laissez-moi choisir.',
    },
  },
  'access-package-holds-more': {
    happened: (s: string) =>
      `Le package d’accès ${s}, que j’utilise pour ce groupe, donne plus que son appartenance.`,
    next: 'Quelqu’un y a mis autre chose. Un administrateur doit le retirer dans le centre d’administration Entra, sous les rôles de ressources du package ; la demande pourra alors être refaite.',
    whenFailed: {
      next: 'Quelqu’un y a mis autre chose, je n’ai donc affecté personne. Un administrateur doit le retirer dans le centre d’administration Entra, sous les rôles de ressources du package, puis choisir « Réessayer ».',
    },
  },
  'input-not-valid': {
    happened: (s: string) => s,
    next: 'Corrigez le formulaire et renvoyez-le.',
  },
} satisfies Readonly<Partial<Record<ProblemCode, Advice>>>;
