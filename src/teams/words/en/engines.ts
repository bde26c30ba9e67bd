import type { EngineFinding, WritebackEngine } from '../../../domain/group.ts';
import type { ProvisioningJobStatus, ProvisioningScope } from '../../../domain/provisioning.ts';
import { plural } from '../counting.ts';

type Evidence = EngineFinding['evidence'];

/** The engines of the tenant, for administrators. */
export const engineReport = {
  title: 'What writes groups to Active Directory',
  summary: 'The writeback engines of your tenant',
  none: 'I found no writeback engine, so no group reaches Active Directory.',
  noneNext:
    'For security groups set up Entra Cloud Sync (Microsoft Entra ID to Active Directory), for Microsoft 365 groups group writeback in Entra Connect Sync.',
  writing: 'Writes groups',
  notWriting: 'Writes nothing at the moment',
  supported: 'Supported by Microsoft',
  unsupported: 'No longer supported by Microsoft',
  unsupportedEngines: (engines: string) => `${engines}: no longer supported by Microsoft`,
  /** In the list of prerequisites. */
  details: (support: string) => `${support}. Type “engines” for more.`,
  state: 'State',
  support: 'Support',
  evidence: 'Found by',
  feature: (name: string) => `${name} is on in the tenant's directory synchronization`,
  evidences: {
    attested: 'An administrator has said so in my settings; Graph does not show it to me.',
    job: 'Its configuration in Microsoft Entra',
  } satisfies Readonly<Record<Exclude<Evidence['kind'], 'feature'>, string>>,
  organizationalUnit: 'Target OU',
  unknownUnit: 'cannot be seen',
  job: 'Job',
  jobStates: {
    active: 'runs',
    quarantined: 'in quarantine',
    paused: 'paused',
    'not-started': 'never started',
  } satisfies Readonly<Record<ProvisioningJobStatus['state'], string>>,
  quarantinedFor: (code: string) => `in quarantine (${code})`,
  lastRun: 'Last run',
  succeeded: (moment: string) => `succeeded, ${moment}`,
  failedFor: (code: string, moment: string) => `failed (${code}), ${moment}`,
  scope: 'Scope',
  scopes: {
    all: 'all security groups',
    unknown: 'cannot be seen',
  } satisfies Readonly<Record<Exclude<ProvisioningScope['kind'], 'groups' | 'filtered'>, string>>,
  scopeGroups: (count: number) =>
    plural('en', count, { one: 'one group', other: `${count} groups` }),
  scopeAttributes: (attributes: string) => `by a filter on ${attributes}`,
  agents: 'Agents',
  agentHealths: {
    answering: 'answer',
    'not-answering': 'do not answer; look at the servers with the provisioning agents',
    unknown: 'cannot be seen from here',
  },
  works: 'Works for',
  kinds: {
    'connect-v1': 'Microsoft 365 groups, which become distribution groups in Active Directory',
    'connect-v2': 'Microsoft 365 and security groups',
    'cloud-sync': 'security groups with members who come from Active Directory',
  } satisfies Readonly<Record<WritebackEngine, string>>,
  guidanceTitle: 'What this means',
  moveFromSecond:
    'Group writeback 2 of Entra Connect was a preview that ended in June 2024 and can stop at any time. Move security groups to Entra Cloud Sync; Microsoft 365 groups can go on with group writeback 1, as distribution groups.',
  noSecurity:
    'Nothing here writes security groups. For access to files and applications, set up Entra Cloud Sync.',
  noMicrosoft365:
    'Nothing here writes Microsoft 365 groups. New groups that people ask for are made as security groups.',
  fine: 'Nothing has to be moved.',
  open: 'Open in Entra',
} as const;
