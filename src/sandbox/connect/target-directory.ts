import {
  AndFilter,
  Attribute,
  Change,
  Client,
  EqualityFilter,
  OrFilter,
  SubstringFilter,
} from 'ldapts';
import { sidFromBytes, sidToBytes } from '../../onprem/ids.ts';
import { escapeRdnValue } from '../active-directory/distinguished-name.ts';
import { readRangedValues } from './ranged-values.ts';
import type { WrittenGroup } from './written-group.ts';

export interface TargetDirectoryOptions {
  /** `ldaps://…` */
  readonly url: string;
  /** PEM */
  readonly ca: string;
  readonly bindDn: string;
  readonly password: string;
  readonly writebackOu: string;
  readonly searchBase: string;
}

/** A group as it stands in Active Directory. */
export interface PresentGroup {
  readonly id: string;
  readonly dn: string;
  readonly groupType: number;
  readonly displayName: string | undefined;
  readonly description: string | undefined;
  readonly mail: string | undefined;
  /** The marker of Cloud Sync. */
  readonly externalId: string | undefined;
}

const sidsInOneQuery = 100;
const membersInOneChange = 1000;
const externalIdAttribute = 'msDS-ExternalDirectoryObjectId';
const descriptive = ['displayName', 'description', 'mail'] as const;

/** The directory as Connect writes it, over one LDAPS connection. */
export class TargetDirectory {
  readonly #client: Client;
  readonly #options: TargetDirectoryOptions;

  private constructor(client: Client, options: TargetDirectoryOptions) {
    this.#client = client;
    this.#options = options;
  }

  static async open(options: TargetDirectoryOptions): Promise<TargetDirectory> {
    const client = new Client({
      url: options.url,
      timeout: 15_000,
      connectTimeout: 5000,
      tlsOptions: { ca: [options.ca] },
    });
    try {
      await client.bind(options.bindDn, options.password);
      return new TargetDirectory(client, options);
    } catch (error) {
      await client.unbind();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#client.unbind();
  }

  /** Groups that Connect wrote, by lower-case object id of the cloud. */
  async presentGroups(): Promise<ReadonlyMap<string, PresentGroup>> {
    const { searchEntries } = await this.#client.search(this.#options.writebackOu, {
      scope: 'one',
      filter: new AndFilter({
        filters: [
          new EqualityFilter({ attribute: 'objectClass', value: 'group' }),
          new SubstringFilter({ attribute: 'adminDescription', initial: 'Group_' }),
        ],
      }),
      attributes: ['adminDescription', 'groupType', externalIdAttribute, ...descriptive],
      paged: { pageSize: 500 },
    });
    const groups = searchEntries.map((entry) => ({
      id: String(entry['adminDescription']).slice('Group_'.length).toLowerCase(),
      dn: entry.dn,
      groupType: Number(entry['groupType']),
      displayName: oneText(entry['displayName']),
      description: oneText(entry['description']),
      mail: oneText(entry['mail']),
      externalId: oneText(entry[externalIdAttribute]),
    }));
    return new Map(groups.map((group) => [group.id, group]));
  }

  /** DNs by SID; who is not found is left out. */
  async dnsOf(sids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const dns = new Map<string, string>();
    for (const part of chunks(sids, sidsInOneQuery)) {
      const filters = part.map(
        (sid) => new EqualityFilter({ attribute: 'objectSid', value: sidToBytes(sid) }),
      );
      const { searchEntries } = await this.#client.search(this.#options.searchBase, {
        scope: 'sub',
        filter: new OrFilter({ filters }),
        attributes: ['objectSid'],
        explicitBufferAttributes: ['objectSid'],
      });
      for (const { dn, objectSid } of searchEntries) {
        if (Buffer.isBuffer(objectSid)) {
          dns.set(sidFromBytes(objectSid), dn);
        }
      }
    }
    return dns;
  }

  members(groupDn: string): Promise<readonly string[]> {
    return readRangedValues(this.#client, groupDn, 'member');
  }

  /** Resolves to the DN. */
  async create(group: WrittenGroup): Promise<string> {
    const dn = `CN=${escapeRdnValue(group.commonName)},${this.#options.writebackOu}`;
    const attributes = [
      new Attribute({ type: 'objectClass', values: ['top', 'group'] }),
      new Attribute({ type: 'groupType', values: [String(group.groupType)] }),
      new Attribute({ type: 'adminDescription', values: [group.adminDescription] }),
    ];
    if (group.externalId !== undefined) {
      attributes.push(new Attribute({ type: externalIdAttribute, values: [group.externalId] }));
    }
    for (const type of descriptive) {
      const value = group[type];
      if (value !== undefined) {
        attributes.push(new Attribute({ type, values: [value] }));
      }
    }
    await this.#client.add(dn, attributes);
    return dn;
  }

  /** Writes the attributes that differ; does nothing where none does. */
  async update(present: PresentGroup, wanted: WrittenGroup): Promise<void> {
    const changes = descriptive
      .filter((type) => present[type] !== wanted[type])
      .map((type) => replacement(type, wanted[type]));
    if (present.groupType !== wanted.groupType) {
      changes.push(replacement('groupType', String(wanted.groupType)));
    }
    if (changes.length > 0) {
      await this.#client.modify(present.dn, changes);
    }
  }

  async changeMembers(
    groupDn: string,
    operation: 'add' | 'delete',
    dns: readonly string[],
  ): Promise<void> {
    for (const values of chunks(dns, membersInOneChange)) {
      const modification = new Attribute({ type: 'member', values: [...values] });
      await this.#client.modify(groupDn, new Change({ operation, modification }));
    }
  }

  async remove(groupDn: string): Promise<void> {
    await this.#client.del(groupDn);
  }
}

function replacement(type: string, value: string | undefined): Change {
  const values = value === undefined ? [] : [value];
  return new Change({ operation: 'replace', modification: new Attribute({ type, values }) });
}

function oneText(value: unknown): string | undefined {
  const [first]: readonly unknown[] = [value].flat();
  return typeof first === 'string' ? first : undefined;
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
