import { z } from 'zod';

/** One way in which Active Directory is not as Entra says. */
export const DriftFinding = z.discriminatedUnion('kind', [
  /** In AD and not in Entra: somebody added it by hand. */
  z.object({
    kind: z.literal('member-added'),
    groupDn: z.string(),
    dn: z.string(),
    securityIdentifier: z.string().optional(),
  }),
  /** A request proved the membership in AD, Entra still has it, AD no longer: somebody removed it by hand. */
  z.object({
    kind: z.literal('member-removed'),
    groupDn: z.string(),
    userId: z.string(),
    displayName: z.string(),
    securityIdentifier: z.string().optional(),
  }),
  /** In Entra and not in AD, and nothing proves that it ever was there. */
  z.object({
    kind: z.literal('member-missing'),
    groupDn: z.string(),
    userId: z.string(),
    displayName: z.string(),
    securityIdentifier: z.string().optional(),
  }),
  /** The group stays in AD as it is, and no change reaches it. */
  z.object({ kind: z.literal('writeback-off') }),
  z.object({
    kind: z.literal('moved'),
    groupDn: z.string(),
    organizationalUnit: z.string(),
  }),
  z.object({
    kind: z.literal('wrong-type'),
    groupDn: z.string(),
    groupType: z.number(),
    expectedGroupType: z.number(),
  }),
  z.object({ kind: z.literal('group-missing') }),
  z.object({ kind: z.literal('group-ambiguous'), dns: z.array(z.string()).readonly() }),
  /** Entra has no such group any more, AD still has. */
  z.object({ kind: z.literal('group-orphaned'), groupDn: z.string() }),
]);
export type DriftFinding = z.infer<typeof DriftFinding>;

/** The same finding has the same key each time, so that it is told once. */
export function driftKey(finding: DriftFinding): string {
  switch (finding.kind) {
    case 'member-added':
      return `member-added:${accountOf(finding)}`;
    case 'member-removed':
    case 'member-missing':
      return `${finding.kind}:${finding.userId}`;
    case 'moved':
      return `moved:${finding.groupDn.toLowerCase()}`;
    case 'wrong-type':
      return `wrong-type:${finding.groupType}`;
    case 'group-ambiguous':
      return `group-ambiguous:${finding.dns.join('|').toLowerCase()}`;
    case 'writeback-off':
    case 'group-missing':
    case 'group-orphaned':
      return finding.kind;
  }
}

/** What a finding is about, as Active Directory or Entra name it; empty where it is the group itself. */
export function driftSubject(finding: DriftFinding): string {
  switch (finding.kind) {
    case 'member-added':
      return finding.dn;
    case 'member-removed':
    case 'member-missing':
      return finding.displayName;
    case 'moved':
    case 'group-orphaned':
      return finding.groupDn;
    case 'wrong-type':
      return `${finding.groupType} ≠ ${finding.expectedGroupType}`;
    case 'group-ambiguous':
      return finding.dns.join(' | ');
    case 'writeback-off':
    case 'group-missing':
      return '';
  }
}

function accountOf(
  added: Pick<Extract<DriftFinding, { kind: 'member-added' }>, 'securityIdentifier' | 'dn'>,
): string {
  return added.securityIdentifier ?? added.dn.toLowerCase();
}
