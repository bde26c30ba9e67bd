import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findDrift } from '../../src/domain/drift.ts';
import { type DriftFinding, driftKey } from '../../src/domain/drift-finding.ts';
import type {
  CloudGroup,
  CloudMember,
  OnPremGroup,
  OnPremMember,
} from '../../src/domain/drift-sides.ts';
import type { Group } from '../../src/domain/group.ts';
import { GroupId, UserId } from '../../src/domain/ids.ts';

const group: Group = {
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
  displayName: 'Finance Reports',
  kind: 'microsoft-365',
  isDynamic: false,
  isSynced: false,
  isRoleAssignable: false,
  writeback: { isEnabled: true, onPremisesGroupType: 'universalSecurityGroup' },
};
const groupDn = 'CN=Group_1,OU=Writeback,DC=corp';
const security = -2_147_483_640;

function cloudWith(members: readonly CloudMember[], changes: Partial<CloudGroup> = {}): CloudGroup {
  const nobody = new Set<UserId>();
  return { group, members, engine: 'connect-v2', proven: nobody, arriving: nobody, ...changes };
}

type Found = Extract<OnPremGroup, { readonly state: 'found' }>;

function found(members: readonly OnPremMember[], changes: Partial<Found> = {}): Found {
  return {
    state: 'found',
    dn: groupDn,
    groupType: security,
    isInPlace: true,
    organizationalUnit: 'OU=Writeback,DC=corp',
    members,
    ...changes,
  };
}

/** The same person on both sides, by so many identifiers as `shared` says. */
function person(number: number, shared: 'sid' | 'anchor' | 'both' = 'both'): Pair {
  const id = UserId.parse(`aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`);
  const securityIdentifier = `S-1-5-21-1-2-3-${number}`;
  const immutableId = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64');
  const dn = `CN=Person ${number},OU=Staff,DC=corp`;
  const anchors = {
    ...(shared === 'anchor' ? {} : { securityIdentifier }),
    ...(shared === 'sid' ? {} : { immutableId }),
  };
  return {
    id,
    cloud: { kind: 'user', id, displayName: `Person ${number}`, anchors },
    onPrem: { dn, securityIdentifier, immutableId },
  };
}

interface Pair {
  readonly id: UserId;
  readonly cloud: CloudMember;
  readonly onPrem: OnPremMember;
}

function kinds(findings: readonly DriftFinding[]): readonly string[] {
  return findings.map(({ kind }) => kind);
}

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 60 });
const identifiers = fc.constantFrom('sid', 'anchor', 'both');

describe('the drift between Entra and Active Directory', () => {
  it('is exactly what one side has and the other has not, whatever identifies the members', () => {
    fc.assert(
      fc.property(
        fc.tuple(numbers, numbers, numbers),
        identifiers,
        ([both, added, removed], shared) => {
          const extra = added.filter(
            (number) => !both.includes(number) && !removed.includes(number),
          );
          const absent = removed.filter((number) => !both.includes(number));
          const inCloud = [...both, ...absent].map((number) => person(number, shared).cloud);
          const inDirectory = [...extra, ...both].map((number) => person(number).onPrem);

          const findings = findDrift(cloudWith(inCloud), found(inDirectory));

          assert.deepEqual(
            new Set(findings.map(driftKey)),
            new Set([
              ...extra.map((number) => `member-added:S-1-5-21-1-2-3-${number}`),
              ...absent.map((number) => `member-missing:${person(number).id}`),
            ]),
          );
          assert.equal(findings.length, extra.length + absent.length);
        },
      ),
    );
  });

  it('is not seen in people whom no sync engine writes or who are still on their way', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.func(fc.constantFrom('cloud-only', 'arriving', 'nested')),
        (all, why) => {
          const members = all.map((number): CloudMember => {
            const { cloud } = person(number);
            const { anchors: _, ...cloudOnly } = cloud;
            switch (why(number)) {
              case 'cloud-only':
                return cloudOnly;
              case 'nested':
                return { ...cloudOnly, kind: 'group' };
              case 'arriving':
                return cloud;
            }
          });
          const arriving = new Set(members.map(({ id }) => UserId.parse(id)));

          assert.deepEqual(findDrift(cloudWith(members, { arriving }), found([])), []);
        },
      ),
    );
  });

  it('has a key of its own for each finding of a group', () => {
    fc.assert(
      fc.property(numbers, numbers, (here, there) => {
        const absent = there.filter((number) => !here.includes(number));
        const findings = findDrift(
          cloudWith(absent.map((number) => person(number).cloud)),
          found(
            here.map((number) => person(number).onPrem),
            { isInPlace: false, groupType: 4 },
          ),
        );

        assert.equal(new Set(findings.map(driftKey)).size, findings.length);
        assert.equal(findings.length, here.length + absent.length + 2);
      }),
    );
  });
});

describe('a member that Entra has and Active Directory has not', () => {
  it('was removed by hand when a request had proven it', () => {
    const { id, cloud } = person(1);
    const proven = new Set([id]);

    assert.deepEqual(findDrift(cloudWith([cloud], { proven }), found([])), [
      {
        kind: 'member-removed',
        groupDn,
        userId: id,
        displayName: 'Person 1',
        securityIdentifier: 'S-1-5-21-1-2-3-1',
      },
    ]);
  });

  it('is there all the same when its account moved to another SID', () => {
    const { cloud, onPrem } = person(1);
    const moved = { ...onPrem, securityIdentifier: 'S-1-5-21-9-9-9-1' };

    assert.deepEqual(findDrift(cloudWith([cloud]), found([moved])), []);
  });

  it('is not found again in another account that took its place', () => {
    const { cloud, onPrem } = person(1);
    const anchors = { ...cloud.anchors, distinguishedName: onPrem.dn };
    const other = { ...person(2).onPrem, dn: onPrem.dn };

    const findings = findDrift(cloudWith([{ ...cloud, anchors }]), found([other]));

    assert.deepEqual(kinds(findings), ['member-added', 'member-missing']);
  });

  it('is known by its DN where Active Directory tells nothing else', () => {
    const { cloud } = person(1);
    const dn = 'CN=Elsewhere,DC=other';
    const anchors = { ...cloud.anchors, distinguishedName: dn };

    const findings = findDrift(
      cloudWith([{ ...cloud, anchors }]),
      found([{ dn: dn.toLowerCase() }]),
    );

    assert.deepEqual(findings, []);
  });
});

describe('a group in a group', () => {
  it('belongs there when Entra has it as a member, and was added by hand when not', () => {
    const nestedId = GroupId.parse(randomUUID());
    const nested: CloudMember = {
      kind: 'group',
      id: nestedId.toUpperCase(),
      displayName: 'Nested',
    };
    const onPrem = {
      dn: 'CN=Nested,DC=corp',
      cloudGroupId: nestedId,
      securityIdentifier: 'S-1-5-9',
    };

    assert.deepEqual(findDrift(cloudWith([nested]), found([onPrem])), []);
    assert.deepEqual(kinds(findDrift(cloudWith([]), found([onPrem]))), ['member-added']);
  });
});

describe('the group itself', () => {
  const cases: readonly {
    readonly title: string;
    readonly cloud: Partial<CloudGroup>;
    readonly onPrem: OnPremGroup;
    readonly kinds: readonly string[];
  }[] = [
    { title: 'is as it should be', cloud: {}, onPrem: found([]), kinds: [] },
    {
      title: 'is missing',
      cloud: {},
      onPrem: { state: 'missing' },
      kinds: ['group-missing'],
    },
    {
      title: 'is there twice',
      cloud: {},
      onPrem: { state: 'ambiguous', dns: ['CN=B', 'CN=A'] },
      kinds: ['group-ambiguous'],
    },
    {
      title: 'lies in another organizational unit',
      cloud: {},
      onPrem: found([], { isInPlace: false }),
      kinds: ['moved'],
    },
    {
      title: 'has become a distribution group',
      cloud: {},
      onPrem: found([], { groupType: 8 }),
      kinds: ['wrong-type'],
    },
    {
      title: 'has the type with which a membership was proven',
      cloud: { provenGroupType: 8 },
      onPrem: found([], { groupType: 8 }),
      kinds: [],
    },
    {
      title: 'is of a type that nobody expects, and no engine is known',
      cloud: { engine: undefined },
      onPrem: found([], { groupType: 2 }),
      kinds: [],
    },
    {
      title: 'has its writeback switched off',
      cloud: { group: { ...group, writeback: { isEnabled: false } } },
      onPrem: found([], { groupType: 8 }),
      kinds: ['writeback-off'],
    },
    {
      title: 'is written back as Microsoft 365 groups are when nobody decided',
      cloud: { group: { ...group, writeback: {} } },
      onPrem: found([], { groupType: 8 }),
      kinds: [],
    },
    {
      title: 'is a security group that Connect was not told to write',
      cloud: { group: { ...group, kind: 'security', writeback: {} } },
      onPrem: found([]),
      kinds: ['writeback-off'],
    },
    {
      title: 'is a security group that Cloud Sync writes without being told',
      cloud: { group: { ...group, kind: 'security', writeback: {} }, engine: 'cloud-sync' },
      onPrem: found([]),
      kinds: [],
    },
    {
      title: 'is gone from Entra and stayed in Active Directory',
      cloud: { group: undefined },
      onPrem: found([person(1).onPrem]),
      kinds: ['group-orphaned'],
    },
    {
      title: 'is gone from both',
      cloud: { group: undefined },
      onPrem: { state: 'missing' },
      kinds: [],
    },
  ];

  for (const { title, cloud, onPrem, kinds: expected } of cases) {
    it(title, () => {
      assert.deepEqual(kinds(findDrift(cloudWith([], cloud), onPrem)), expected);
    });
  }
});
