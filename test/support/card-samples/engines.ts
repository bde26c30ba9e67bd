import { GroupId } from '../../../src/domain/ids.ts';
import type { ProvisioningJob } from '../../../src/domain/provisioning.ts';
import { enginesCard } from '../../../src/teams/cards/engines-card.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedIds } from '../fixed-request.ts';
import { at } from '../requests.ts';
import type { Samples } from './samples.ts';

const groupId = GroupId.parse(fixedIds.groupId);
const job: ProvisioningJob = {
  servicePrincipalId: 'dddddddd-0000-4000-8000-000000000001',
  jobId: 'AD2AADProvisioning.1',
  templateId: 'AAD2ADGroupProvisioning',
  status: { state: 'active' },
  scope: { kind: 'groups', groupIds: [groupId] },
  organizationalUnit: 'OU=Cloud,DC=corp,DC=contoso,DC=test',
  lastRun: { startedAt: at(0), endedAt: at(2), succeeded: true },
};

/** Which engine writes groups. */
export function engineSamples(words: Words): Samples {
  const organizationalUnit = 'OU=Writeback,DC=corp,DC=contoso,DC=test';
  const second = {
    engine: 'connect-v2' as const,
    isWriting: true,
    isSupported: false,
    organizationalUnit,
    evidence: { kind: 'feature' as const, name: 'groupWriteBackEnabled' as const },
  };
  const cloud = {
    engine: 'cloud-sync' as const,
    isWriting: true,
    isSupported: true,
    organizationalUnit: job.organizationalUnit,
    evidence: { kind: 'job' as const, job },
  };
  const quarantined: ProvisioningJob = {
    ...job,
    status: {
      state: 'quarantined',
      reason: { code: 'HybridIdentityServiceNoActiveAgents' },
    },
  };
  return {
    'engines-second-and-cloud': enginesCard(words, {
      isHybrid: true,
      engines: ['connect-v2', 'cloud-sync'],
      findings: [second, cloud],
      cloudSync: job,
      organizationalUnit,
    }),
    'engines-quarantined': enginesCard(words, {
      isHybrid: true,
      engines: ['cloud-sync'],
      findings: [{ ...cloud, evidence: { kind: 'job', job: quarantined } }],
      cloudSync: quarantined,
    }),
    'engines-none': enginesCard(words, { isHybrid: true, engines: [], findings: [] }),
  };
}
