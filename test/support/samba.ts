import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Attribute, Client } from 'ldapts';
import type { Account } from '../../src/sandbox/active-directory/initial-objects.ts';
import type { DomainUnderTest } from './domain-under-test.ts';

const script = fileURLToPath(new URL('samba.sh', import.meta.url));
const needed = ['/usr/sbin/samba', '/usr/bin/samba-tool', '/usr/bin/ldbmodify', '/usr/bin/openssl'];
const searchBase = 'DC=corp,DC=contoso,DC=test';
/** Provisioning takes five seconds, and three times as long on a busy machine. */
const patienceMs = 90_000;

type Controller = ChildProcessByStdio<Writable, Readable, Readable>;

/** Why no Samba domain controller can run on this machine; false where one can. */
export function whyNoSamba(): string | false {
  const missing = needed.find((file) => !existsSync(file));
  if (missing !== undefined) {
    return `there is no ${missing} here`;
  }
  return process.getuid?.() === 0 ? false : 'only root can provision a Samba domain controller';
}

/**
 * A fresh domain in a Samba domain controller of its own. It is gone after `close`, and when this process ends.
 * Rejects with what Samba said where it does not start.
 */
export async function startSamba(): Promise<DomainUnderTest> {
  const password = newPassword();
  const child = spawn(script, {
    env: { PATH: process.env['PATH'], SAMBA_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  try {
    return await toDomain(child, password);
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function toDomain(child: Controller, password: string): Promise<DomainUnderTest> {
  const { address, folder } = await ready(child);
  const connection = {
    url: `ldaps://${address}`,
    ca: readFileSync(path.join(folder, 'ca.pem'), 'utf8'),
    administrator: { bindDn: `CN=Administrator,CN=Users,${searchBase}`, password },
  };
  return {
    ...connection,
    plainUrl: `ldap://${address}`,
    reader: await addReader(connection),
    searchBase,
    enforcesLimits: false,
    close: () => stop(child),
  };
}

async function ready(
  child: Controller,
): Promise<{ readonly address: string; readonly folder: string }> {
  const said = text(child.stderr);
  const timer = setTimeout(() => child.stdin.end(), patienceMs);
  try {
    for await (const line of createInterface(child.stdout)) {
      const [, address, folder] = /^ready (\S+) (\S+)$/.exec(line) ?? [];
      if (address !== undefined && folder !== undefined) {
        return { address, folder };
      }
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error((await said) || `Samba was not ready after ${patienceMs / 1000} seconds`);
}

/** The script stops the controller and removes its folder when its standard input ends. */
async function stop(child: Controller): Promise<void> {
  if (child.exitCode === null) {
    const exited = once(child, 'exit');
    child.stdin.end();
    await exited;
  }
}

/** A plain domain user, who may read everything and write nothing. */
async function addReader({
  url,
  ca,
  administrator,
}: Pick<DomainUnderTest, 'url' | 'ca' | 'administrator'>): Promise<Account> {
  const reader = {
    bindDn: `CN=svc-writeback-read,CN=Users,${searchBase}`,
    password: newPassword(),
  };
  const client = new Client({ url, timeout: 10_000, tlsOptions: { ca: [ca] } });
  await client.bind(administrator.bindDn, administrator.password);
  await client.add(reader.bindDn, [
    new Attribute({
      type: 'objectClass',
      values: ['top', 'person', 'organizationalPerson', 'user'],
    }),
    new Attribute({ type: 'sAMAccountName', values: ['svc-writeback-read'] }),
    new Attribute({ type: 'userAccountControl', values: ['512'] }),
    new Attribute({
      type: 'unicodePwd',
      values: [Buffer.from(`"${reader.password}"`, 'utf16le')],
    }),
  ]);
  await client.unbind();
  return reader;
}

/** Three kinds of characters, as the domain's policy demands. */
function newPassword(): string {
  return `Aa1-${randomBytes(12).toString('hex')}`;
}
