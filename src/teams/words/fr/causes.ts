import type { CauseCode, CauseOwner, Certainty, Fix, Source } from '../../../domain/cause.ts';
import type { CauseNames } from '../en/causes.ts';
import { de } from './elision.ts';

export const causes = {
  'procedure-failed': () => 'La mise en place s’est arrêtée avant la fin.',
  'awaiting-decision': () => 'Personne n’a encore décidé.',
  'user-not-found': ({ person }) => `${person} n’existe plus dans Microsoft Entra.`,
  'user-is-guest': ({ person }) =>
    `${person} est un compte invité, et les invités n’ont pas de compte dans Active Directory.`,
  'user-is-cloud-only': ({ person }) =>
    `${person} n’existe que dans le cloud, et la réécriture ignore les personnes sans compte dans Active Directory.`,
  'user-missing': ({ person }) => `Je ne trouve pas le compte ${de(person)} dans Active Directory.`,
  'user-ambiguous': ({ person }) =>
    `Plusieurs comptes dans Active Directory pourraient être celui ${de(person)}.`,
  'user-in-other-domain': ({ person, group }) =>
    `Le compte ${de(person)} est dans un autre domaine que ${group}.`,
  'licence-missing': () =>
    'Le locataire n’a pas de licence pour la gestion des droits d’utilisation.',
  'assignment-ended': ({ person }) => `L’affectation ${de(person)} a été supprimée ou a expiré.`,
  'membership-removed': ({ person, group }) => `Quelqu’un a retiré ${person} du groupe ${group}.`,
  'assignment-stuck': () =>
    'La gestion des droits d’utilisation met beaucoup plus de temps que d’habitude à remettre l’affectation.',
  'group-not-found': ({ group }) => `${group} n’existe plus dans Microsoft Entra.`,
  'group-is-synced': ({ group }) =>
    `${group} provient d’Active Directory et n’est donc pas réécrit.`,
  'group-is-dynamic': ({ group }) => `${group} se remplit selon une règle.`,
  'group-is-role-assignable': ({ group }) => `${group} peut recevoir des rôles d’annuaire.`,
  'group-is-distribution': ({ group }) =>
    `${group} est un groupe de distribution ou un groupe de sécurité à extension messagerie.`,
  'group-kind-not-writable': ({ group }) =>
    `Aucun moteur de réécriture du locataire n’écrit les groupes du type ${de(group)}.`,
  'group-writeback-off': ({ group }) => `La réécriture ${de(group)} a été désactivée.`,
  'group-writeback-undecided': ({ group }) =>
    `Personne n’a décidé si ${group} est réécrit ; c’est donc le réglage par défaut du locataire qui compte.`,
  'group-too-large': ({ group }) => `${group} a plus de membres que le moteur n’en écrit.`,
  'group-ambiguous': ({ group }) =>
    `Plusieurs objets dans Active Directory pourraient être ${group}.`,
  'writeback-off': () => 'La réécriture de groupe est désactivée dans le locataire.',
  'organizational-unit-missing': () =>
    'Aucune unité d’organisation n’est configurée pour les groupes réécrits.',
  'organizational-unit-differs': () =>
    'Le moteur écrit dans une autre unité d’organisation qu’au moment de l’approbation.',
  'sync-staging': () => 'Le serveur de synchronisation est en mode intermédiaire et n’écrit rien.',
  'sync-disabled': () => 'La synchronisation est désactivée.',
  'sync-suspended': () =>
    'La synchronisation est suspendue, comme elle l’est tant que son assistant est ouvert.',
  'sync-stopped': () =>
    'La synchronisation n’a pas été exécutée depuis bien plus longtemps que prévu.',
  'job-missing': () => 'Cloud Sync n’a aucune configuration qui écrive des groupes.',
  'job-paused': () => 'La configuration Cloud Sync est en pause.',
  'job-not-started': () => 'La configuration Cloud Sync n’a jamais été démarrée.',
  'job-quarantined': () => 'La configuration Cloud Sync est en quarantaine.',
  'job-failing': () => 'La dernière exécution de Cloud Sync a échoué.',
  'group-out-of-scope': ({ group }) => `${group} n’est pas dans l’étendue de Cloud Sync.`,
  'provisioning-failed': ({ group }) => `Cloud Sync n’a pas pu écrire ${group}.`,
  'provisioning-skipped': ({ person, group }) =>
    `Cloud Sync a ignoré ${person} en écrivant ${group}.`,
  'directory-refused-credentials': () => 'Active Directory n’a pas accepté mon compte.',
  'directory-not-secure': () =>
    'La connexion à Active Directory n’est pas sécurisée, je ne l’utilise donc pas.',
  'directory-unreachable': () =>
    'Aucun contrôleur de domaine ne répond, je ne peux donc pas vérifier.',
  'not-verifiable': () => 'Je ne peux pas regarder dans Active Directory ici.',
  'group-missing': ({ group }) =>
    `Une synchronisation a eu lieu, mais ${group} n’est pas apparu dans Active Directory.`,
  'member-missing': ({ person, group }) =>
    `Une synchronisation a eu lieu, mais Active Directory ne montre pas ${person} dans ${group}.`,
  'user-is-disabled': ({ person }) => `Le compte ${de(person)} est désactivé.`,
  'assignment-under-way': () =>
    'La gestion des droits d’utilisation est en train de remettre l’affectation.',
  'membership-not-yet': ({ person, group }) =>
    `${person} n’apparaît pas encore dans ${group} dans Microsoft Entra.`,
  'sync-running': () => 'Une synchronisation est en cours.',
  'sync-not-begun': () =>
    'Aucune synchronisation n’a commencé depuis que l’appartenance est dans Microsoft Entra.',
} satisfies Readonly<Record<CauseCode, (names: CauseNames) => string>>;

export const fixes = {
  wait: 'Rien : cela se résout tout seul, et je continue de vérifier.',
  'sync-now':
    'La prochaine synchronisation planifiée l’emportera. Un administrateur peut en lancer une maintenant.',
  decide: 'L’un des approbateurs doit décider.',
  'try-again': 'Choisissez « Réessayer » quand le problème indiqué sur la carte est corrigé.',
  'request-again': 'Si l’accès est toujours nécessaire, faites une nouvelle demande.',
  'choose-another-person':
    'Faites une demande pour une personne qui a un compte dans Active Directory.',
  'choose-another-group': 'Faites une demande pour un autre groupe.',
  'create-account-on-premises':
    'Créez le compte dans Active Directory et laissez-le se synchroniser vers Microsoft Entra.',
  'enable-account': 'Activez le compte.',
  'check-search-base':
    'Vérifiez que le compte est dans la forêt du groupe et sous la base où je cherche.',
  'remove-duplicate':
    'Trouvez les objets qui portent le même marqueur ou la même ancre et n’en laissez qu’un.',
  'assign-licence': 'Attribuez Microsoft Entra ID P2 ou Governance.',
  'reprocess-assignment':
    'Retraitez l’affectation dans le centre d’administration Microsoft Entra.',
  'restore-membership':
    'Supprimez l’affectation et faites une nouvelle demande, ou ajoutez de nouveau la personne.',
  'change-membership-rule':
    'Modifiez la règle ou transformez le groupe en groupe à membres affectés.',
  'convert-source-of-authority': 'Convertissez la source d’autorité du groupe vers le cloud.',
  'set-up-engine-for-kind':
    'Configurez Cloud Sync pour les groupes de sécurité ou Connect Sync pour les groupes Microsoft 365.',
  'enable-writeback-of-group': 'Activez la réécriture dans les propriétés du groupe.',
  'enable-writeback-of-tenant':
    'Activez la réécriture de groupe dans Entra Connect Sync ou Cloud Sync.',
  'make-group-smaller':
    'Divisez le groupe ou retirez les membres qui n’ont pas besoin d’accès local.',
  'set-organizational-unit':
    'Faites correspondre l’unité d’organisation du moteur et celle où je regarde.',
  'end-staging': 'Sortez le serveur du mode intermédiaire ou regardez le serveur actif.',
  'enable-scheduler':
    'Exécutez Set-ADSyncScheduler -SyncCycleEnabled $true sur le serveur de synchronisation.',
  'ask-to-enable-scheduler':
    'Demandez à un administrateur de réactiver la synchronisation planifiée.',
  'close-wizard': 'Fermez l’assistant de configuration sur le serveur de synchronisation.',
  'check-sync-server':
    'Vérifiez que le serveur de synchronisation fonctionne et ce qu’a signalé sa dernière exécution.',
  'create-job': 'Créez une configuration de Microsoft Entra ID vers Active Directory.',
  'start-job': 'Démarrez la configuration.',
  'clear-quarantine': 'Corrigez ce qui l’a mise en quarantaine, puis redémarrez-la.',
  'widen-scope': 'Ajoutez le groupe au filtre d’étendue de la configuration.',
  'read-provisioning-log': 'Le journal d’approvisionnement donne la raison.',
  'renew-directory-account': 'Renouvelez le compte avec lequel je lis Active Directory.',
  'secure-directory-connection': 'Configurez LDAPS avec un certificat que je peux vérifier.',
  'check-domain-controllers': 'Vérifiez la connexion aux contrôleurs de domaine.',
  'confirm-by-hand': 'Regardez dans Active Directory et confirmez l’appartenance sur la carte.',
  'check-connector-rights':
    'Vérifiez les droits du compte de connecteur sur l’unité d’organisation ainsi que les erreurs d’exportation.',
  'check-replication':
    'Vérifiez les erreurs d’exportation du groupe et la réplication entre les contrôleurs de domaine.',
} satisfies Readonly<Record<Fix, string>>;

export const causeOwners = {
  requester: 'le demandeur',
  approver: 'un approbateur',
  'group-owner': 'le propriétaire du groupe',
  administrator: 'un administrateur',
  nobody: 'personne',
} satisfies Readonly<Record<CauseOwner, string>>;

export const certainties = {
  certain: 'Voici la raison :',
  likely: 'Probablement :',
  possible: 'Peut-être :',
} satisfies Readonly<Record<Certainty, string>>;

export const sources = {
  writeback: 'Cette demande',
  'entra-user': 'L’utilisateur dans Microsoft Entra',
  'entra-group': 'Le groupe dans Microsoft Entra',
  'entra-membership': 'L’appartenance dans Microsoft Entra',
  'entra-tenant': 'Les paramètres du locataire',
  'entitlement-management': 'La gestion des droits d’utilisation',
  'sync-schedule': 'Le planning d’Entra Connect',
  'cloud-sync': 'Entra Cloud Sync',
  'provisioning-log': 'Le journal d’approvisionnement',
  'active-directory': 'Active Directory',
} satisfies Readonly<Record<Source, string>>;
