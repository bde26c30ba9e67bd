import type { EngineFinding, WritebackEngine } from '../../../domain/group.ts';
import type { ProvisioningJobStatus, ProvisioningScope } from '../../../domain/provisioning.ts';
import { plural } from '../counting.ts';

type Evidence = EngineFinding['evidence'];

export const engineReport = {
  title: 'Ce qui écrit les groupes dans Active Directory',
  summary: 'Les moteurs de réécriture de votre locataire',
  none: 'Je n’ai trouvé aucun moteur de réécriture : aucun groupe n’arrive dans Active Directory.',
  noneNext:
    'Pour les groupes de sécurité, configurez Entra Cloud Sync (Microsoft Entra ID vers Active Directory) ; pour les groupes Microsoft 365, la réécriture de groupe dans Entra Connect Sync.',
  writing: 'Écrit les groupes',
  notWriting: 'N’écrit rien pour le moment',
  supported: 'Pris en charge par Microsoft',
  unsupported: 'N’est plus pris en charge par Microsoft',
  unsupportedEngines: (engines: string) => `${engines} : plus pris en charge par Microsoft`,
  details: (support: string) => `${support}. Tapez « moteurs » pour en savoir plus.`,
  state: 'État',
  support: 'Prise en charge',
  evidence: 'Détection',
  feature: (name: string) => `${name} est activé dans la synchronisation d’annuaires du locataire`,
  evidences: {
    attested: 'Un administrateur l’a indiqué dans mes paramètres ; Graph ne me le montre pas.',
    job: 'Sa configuration dans Microsoft Entra',
  } satisfies Readonly<Record<Exclude<Evidence['kind'], 'feature'>, string>>,
  organizationalUnit: 'UO cible',
  unknownUnit: 'non visible',
  job: 'Travail',
  jobStates: {
    active: 'actif',
    quarantined: 'en quarantaine',
    paused: 'en pause',
    'not-started': 'jamais démarré',
  } satisfies Readonly<Record<ProvisioningJobStatus['state'], string>>,
  quarantinedFor: (code: string) => `en quarantaine (${code})`,
  lastRun: 'Dernier cycle',
  succeeded: (moment: string) => `réussi, le ${moment}`,
  failedFor: (code: string, moment: string) => `échoué (${code}), le ${moment}`,
  scope: 'Étendue',
  scopes: {
    all: 'tous les groupes de sécurité',
    unknown: 'non visible',
  } satisfies Readonly<Record<Exclude<ProvisioningScope['kind'], 'groups' | 'filtered'>, string>>,
  scopeGroups: (count: number) =>
    plural('fr', count, { one: `${count} groupe`, other: `${count} groupes` }),
  scopeAttributes: (attributes: string) => `par un filtre sur ${attributes}`,
  agents: 'Agents',
  agentHealths: {
    answering: 'répondent',
    'not-answering': 'ne répondent pas ; vérifiez les serveurs des agents d’approvisionnement',
    unknown: 'non visibles d’ici',
  },
  works: 'Pour',
  kinds: {
    'connect-v1':
      'les groupes Microsoft 365, qui deviennent des groupes de distribution dans Active Directory',
    'connect-v2': 'les groupes Microsoft 365 et les groupes de sécurité',
    'cloud-sync': 'les groupes de sécurité dont les membres proviennent d’Active Directory',
  } satisfies Readonly<Record<WritebackEngine, string>>,
  guidanceTitle: 'Ce que cela signifie',
  moveFromSecond:
    'La réécriture de groupe 2 d’Entra Connect était une préversion qui a pris fin en juin 2024 et peut s’arrêter à tout moment. Déplacez les groupes de sécurité vers Entra Cloud Sync ; les groupes Microsoft 365 peuvent continuer avec la réécriture de groupe 1, comme groupes de distribution.',
  noSecurity:
    'Rien n’écrit ici les groupes de sécurité. Pour l’accès aux fichiers et aux applications, configurez Entra Cloud Sync.',
  noMicrosoft365:
    'Rien n’écrit ici les groupes Microsoft 365. Les nouveaux groupes demandés sont créés comme groupes de sécurité.',
  fine: 'Il n’y a rien à déplacer.',
  open: 'Ouvrir dans Entra',
} as const;
