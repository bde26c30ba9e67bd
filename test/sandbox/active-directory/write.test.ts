import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  AlreadyExistsError,
  Attribute,
  Change,
  InsufficientAccessError,
  InvalidDNSyntaxError,
  NoSuchAttributeError,
  NoSuchObjectError,
  NotAllowedOnNonLeafError,
  NotAllowedOnRDNError,
  UnwillingToPerformError,
} from 'ldapts';
import { sidFromBytes } from '../../../src/onprem/ids.ts';
import { Journal } from '../../../src/sandbox/journal.ts';
import { staffOu, writebackOu } from '../../../src/sandbox/seed.ts';
import {
  addStaff,
  addWrittenGroup,
  bindAs,
  changeMember,
  onPremises,
  readEntry,
  startDomain,
} from '../../support/active-directory.ts';

const groupId = '3a5c3221-c465-48c0-95b8-e9305786a271';

function change(
  operation: 'add' | 'delete' | 'replace',
  type: string,
  ...values: string[]
): Change {
  return new Change({ operation, modification: new Attribute({ type, values }) });
}

describe('writing to the sandbox directory', () => {
  it('is refused to a plain user', async (t) => {
    const domain = await startDomain(t);
    const administrator = await bindAs(t, domain, 'administrator');
    const group = await addWrittenGroup(administrator, groupId);
    const reader = await bindAs(t, domain, 'reader');

    await assert.rejects(
      addWrittenGroup(reader, groupId.replace('3', '4')),
      InsufficientAccessError,
    );
    await assert.rejects(
      changeMember(reader, group, ['add', onPremises('rita').dn]),
      InsufficientAccessError,
    );
    await assert.rejects(reader.del(group), InsufficientAccessError);

    assert.deepEqual(
      (await readEntry(administrator, group))?.['adminDescription'],
      `Group_${groupId}`,
    );
  });

  it('is allowed to Connect below the writeback OU alone', async (t) => {
    const domain = await startDomain(t);
    const writer = await bindAs(t, domain, 'writer');

    const group = await addWrittenGroup(writer, groupId, [onPremises('rita').dn]);
    await assert.rejects(addStaff(writer, 'Mallory'), InsufficientAccessError);
    await assert.rejects(writer.del(onPremises('rita').dn), InsufficientAccessError);
    await writer.del(group);

    assert.equal(await readEntry(writer, group), undefined);
  });

  it('gives a new group what Active Directory generates', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    const dn = `CN=Sales\\, \\"EU\\" \\<East\\> \\#1 Café 北京_1234,${writebackOu}`;

    await client.add(dn, { objectClass: ['top', 'group'], groupType: '-2147483640' });
    const group = await readEntry(client, dn);

    assert.equal(group?.['cn'], 'Sales, "EU" <East> #1 Café 北京_1234');
    assert.equal(group?.['groupType'], '-2147483640');
    assert.match(String(group?.['sAMAccountName']), /^\$[0-9A-F]{6}-[0-9A-F]{12}$/);
    assert.ok(Buffer.isBuffer(group?.['objectSid']) && Buffer.isBuffer(group['objectGUID']));
    assert.match(
      sidFromBytes(group['objectSid']),
      /^S-1-5-21-1085031214-1563985344-725345543-5\d{3}$/,
    );
    assert.equal(group['objectGUID'].length, 16);
  });

  it('changes nothing at all when one of several values is wrong', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    const group = await addWrittenGroup(client, groupId);
    const wrong = [
      change('replace', 'displayName', 'New name'),
      change('add', 'member', onPremises('rita').dn, `CN=Nobody,${staffOu}`),
    ];

    await assert.rejects(client.modify(group, wrong), NoSuchObjectError);
    const entry = await readEntry(client, group);

    assert.equal(entry?.['displayName'], undefined);
    assert.equal(entry?.['member'], undefined);
  });

  it('refuses what Active Directory refuses', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    const { dn } = onPremises('rita');
    const group = await addWrittenGroup(client, groupId, [dn]);
    const cases = [
      [change('add', 'member', dn), AlreadyExistsError],
      [change('delete', 'member', onPremises('ben').dn), UnwillingToPerformError],
      [change('replace', 'memberOf', dn), UnwillingToPerformError],
      [change('replace', 'objectGUID', 'x'), UnwillingToPerformError],
      [change('replace', 'cn', 'Another name'), NotAllowedOnRDNError],
      [change('replace', 'mailNickname', 'exchange-only'), NoSuchAttributeError],
      [change('delete', 'mail', 'not@there.test'), NoSuchAttributeError],
    ] as const;

    for (const [wrong, expected] of cases) {
      await assert.rejects(client.modify(group, wrong), expected, wrong.modification.type);
    }
    await assert.rejects(addWrittenGroup(client, groupId), AlreadyExistsError);
    await assert.rejects(client.del(staffOu), NotAllowedOnNonLeafError);
    await assert.rejects(client.del('this is no DN'), InvalidDNSyntaxError);
    await assert.rejects(
      client.add(`CN=x,OU=gone,${staffOu}`, { objectClass: ['user'] }),
      NoSuchObjectError,
    );
  });

  it('moves a user together with the memberships', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    const { dn } = onPremises('rita');
    const group = await addWrittenGroup(client, groupId, [dn]);
    const moved = `CN=Rita Married,OU=Service,${domain.searchBase}`;

    await client.modifyDN(dn, moved);

    assert.equal(await readEntry(client, dn), undefined);
    assert.equal((await readEntry(client, moved))?.['memberOf'], group);
    assert.equal((await readEntry(client, group))?.['member'], moved);
  });

  it('takes a deleted user out of the groups', async (t) => {
    const domain = await startDomain(t);
    const client = await bindAs(t, domain, 'administrator');
    const { dn } = onPremises('rita');
    const group = await addWrittenGroup(client, groupId, [dn]);

    await client.del(dn);

    assert.equal((await readEntry(client, group))?.['member'], undefined);
  });
});

describe('starting the sandbox directory again', () => {
  it('keeps entries, memberships, accounts and authority', async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'active-directory-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'journal.jsonl');
    const { dn } = onPremises('rita');
    const first = await startDomain(t, { journal: new Journal(file) });
    const client = await bindAs(t, first, 'administrator');
    const group = await addWrittenGroup(client, groupId, [dn, onPremises('ben').dn]);
    await changeMember(client, group, ['delete', onPremises('ben').dn]);
    await client.del(onPremises('ada').dn);
    const before = await readEntry(client, group);
    await first.close();

    const second = await startDomain(t, { journal: new Journal(file) });
    const again = await bindAs(t, { ...second, ca: first.ca }, 'administrator');

    assert.deepEqual(await readEntry(again, group), before);
    assert.equal((await readEntry(again, dn))?.['memberOf'], group);
    assert.equal(await readEntry(again, onPremises('ada').dn), undefined);
    assert.deepEqual(second.reader, first.reader);
  });

  it('never gives a SID twice', async (t) => {
    const journal = new Journal();
    const first = await startDomain(t, { journal });
    const client = await bindAs(t, first, 'administrator');
    const gone = await addStaff(client, 'Gone');
    const sidOfGone = (await readEntry(client, gone))?.['objectSid'];
    await client.del(gone);
    await first.close();

    const again = await bindAs(t, await startDomain(t, { journal }), 'administrator');
    const fresh = await addStaff(again, 'Fresh');

    assert.notDeepEqual((await readEntry(again, fresh))?.['objectSid'], sidOfGone);
  });
});
