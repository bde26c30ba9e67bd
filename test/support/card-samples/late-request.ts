import type { Cause, Diagnosis } from '../../../src/domain/cause.ts';
import { fixedRequest } from '../fixed-request.ts';
import { at } from '../requests.ts';

const portal = 'https://entra.microsoft.com/#view';
export const stagingDiagnosis: Diagnosis = {
  at: at(70),
  causes: [
    cause('sync-staging', {
      owner: 'administrator',
      fix: 'end-staging',
      evidence: [
        { source: 'sync-schedule', what: 'StagingModeEnabled', seen: 'true', at: at(70) },
        { source: 'sync-schedule', what: 'server', seen: 'sync1.corp.contoso.test', at: at(70) },
      ],
      deepLink: `${portal}/Microsoft_AAD_Connect_Provisioning/AADConnectMenuBlade/~/ConnectSync`,
    }),
    cause('group-missing', {
      certainty: 'likely',
      owner: 'administrator',
      fix: 'check-connector-rights',
      evidence: [{ source: 'active-directory', what: 'group', seen: 'absent', at: at(69) }],
    }),
    cause('group-writeback-undecided', {
      certainty: 'possible',
      owner: 'group-owner',
      fix: 'enable-writeback-of-group',
    }),
  ],
  unanswered: [
    { source: 'entitlement-management', code: 'no-answer', at: at(70) },
    { source: 'active-directory', code: 'directory-unreachable', at: at(70) },
  ],
};

export function cause(code: Cause['code'], changes: Partial<Cause>): Cause {
  return {
    code,
    certainty: 'certain',
    owner: 'nobody',
    fix: 'wait',
    evidence: [
      {
        source: 'entra-group',
        what: 'writebackConfiguration.isEnabled',
        seen: 'null',
        at: at(70),
      },
    ],
    ...changes,
  };
}

export const late = fixedRequest('awaiting-sync', {
  lateness: { grade: 'late', since: at(37) },
  diagnosis: stagingDiagnosis,
  lastLook: { at: at(69), finding: 'sync-staging', expectedAt: at(40) },
});
export const overdue = fixedRequest('awaiting-sync', {
  lateness: { grade: 'overdue', since: at(67) },
  diagnosis: stagingDiagnosis,
});

export const failed = fixedRequest('failed', {
  failedStep: 'writeback',
  code: 'graph-permission-missing',
  detail: 'PATCH /beta/groups/1 answered 403 Authorization_RequestDenied',
});
