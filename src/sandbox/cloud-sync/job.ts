import type { Clock } from '../../domain/ports.ts';
import type { PresentGroup, TargetDirectoryOptions } from '../connect/target-directory.ts';
import { TargetDirectory } from '../connect/target-directory.ts';
import { noAgent } from '../graph/provision-on-demand.ts';
import type { OnDemandOutcome, ProvisioningRun } from '../graph/provisioning-ledger.ts';
import type { Journal } from '../journal.ts';
import { type CloudGroup, type CloudTenant, isInScope } from './cloud-tenant.ts';
import { type GroupChange, provisionGroup } from './provision-group.ts';

export interface CloudSyncJobOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly tenant: CloudTenant;
  readonly directory: TargetDirectoryOptions;
}

const notInScope = {
  code: 'NotEffectivelyEntitled',
  message: 'The group is not in the scope of the configuration.',
};
const nothingToDo = {
  code: 'RedundantExport',
  message: 'The state in both the source and target systems already match.',
};
const noAccount = {
  code: 'ReferenceTargetNotFound',
  message: 'The member has no object in Active Directory.',
};

/** The work of the job: whole runs, and single groups on demand. */
export class CloudSyncJob {
  readonly #options: CloudSyncJobOptions;

  constructor(options: CloudSyncJobOptions) {
    this.#options = options;
  }

  /** Writes every group in scope and removes those of its own that the cloud does not have any more. A paused job does nothing. */
  async run(): Promise<void> {
    const { tenant, clock } = this.#options;
    const startedAt = clock.now().getTime();
    const { status } = tenant.job();
    if (status === 'Quarantine') {
      tenant.recordRun({ startedAt, endedAt: startedAt, exported: 0, error: noAgent });
    }
    if (status === 'Active') {
      const outcome = await this.#tryExport();
      tenant.recordRun({ startedAt, endedAt: clock.now().getTime(), ...outcome });
    }
  }

  /** A run that fails, such as for want of a domain controller, is repeated at the next time. */
  async #tryExport(): Promise<Pick<ProvisioningRun, 'exported' | 'error'>> {
    try {
      return { exported: await this.#withDirectory((directory) => this.#exportAll(directory)) };
    } catch (error) {
      const code = 'HybridSynchronizationActiveDirectoryInternalServerError';
      return { exported: 0, error: { code, message: String(error) } };
    }
  }

  async provision(groupId: string, memberIds: readonly string[]): Promise<OnDemandOutcome> {
    const { tenant } = this.#options;
    const job = tenant.job();
    const group = tenant.groups().find(({ id }) => id === groupId);
    if (job.status === 'Quarantine') {
      return { result: 'Failure', error: noAgent, skippedIds: [] };
    }
    if (group === undefined || !isInScope(group, job)) {
      return { result: 'Skipped', error: notInScope, skippedIds: [] };
    }
    const members = tenant.members(groupId).filter(({ id }) => memberIds.includes(id));
    const change = await this.#withDirectory(async (directory) => {
      const present = (await directory.presentGroups()).get(groupId.toLowerCase());
      return provisionGroup(directory, { group, members, present, isComplete: false });
    });
    this.#log(group, change);
    const { skippedIds } = change;
    return changed(change)
      ? { result: 'Success', skippedIds }
      : { result: 'Skipped', error: nothingToDo, skippedIds };
  }

  async #exportAll(directory: TargetDirectory): Promise<number> {
    const { tenant } = this.#options;
    const present = await directory.presentGroups();
    const all = tenant.groups();
    const job = tenant.job();
    let exported = 0;
    for (const group of all.filter((one) => isInScope(one, job))) {
      const change = await provisionGroup(directory, {
        group,
        members: tenant.members(group.id),
        present: present.get(group.id.toLowerCase()),
        isComplete: true,
      });
      this.#log(group, change);
      exported += Number(changed(change));
    }
    const cloudIds = new Set(all.map(({ id }) => id.toLowerCase()));
    for (const gone of [...present.values()].filter(({ id }) => !cloudIds.has(id))) {
      exported += await this.#remove(directory, gone);
    }
    return exported;
  }

  async #remove(directory: TargetDirectory, gone: PresentGroup): Promise<number> {
    if (gone.externalId === undefined) {
      return 0;
    }
    await directory.remove(gone.dn);
    const groupName = gone.displayName ?? gone.id;
    const entry = { groupId: gone.id, groupName, memberIds: [], status: 'success' } as const;
    this.#options.tenant.log({ ...entry, action: 'delete' });
    return 1;
  }

  /** One line for what changed, and one for each member who is left out, said once. */
  #log({ id: groupId, displayName: groupName }: CloudGroup, change: GroupChange): void {
    const { tenant, journal } = this.#options;
    if (changed(change)) {
      const action = change.isNew ? 'create' : 'update';
      tenant.log({ groupId, groupName, memberIds: change.addedIds, action, status: 'success' });
    }
    for (const id of change.skippedIds) {
      const key = `${groupId}/${id}`;
      if (journal.get('cloud-sync.skipped', key) === undefined) {
        journal.put('cloud-sync.skipped', key, true);
        const entry = { groupId, groupName, memberIds: [id], error: noAccount } as const;
        tenant.log({ ...entry, action: 'other', status: 'skipped' });
      }
    }
  }

  async #withDirectory<T>(work: (directory: TargetDirectory) => Promise<T>): Promise<T> {
    const { directory: options, tenant } = this.#options;
    const writebackOu = tenant.job().organizationalUnit ?? options.writebackOu;
    const directory = await TargetDirectory.open({ ...options, writebackOu });
    try {
      return await work(directory);
    } finally {
      await directory.close();
    }
  }
}

function changed({ isNew, addedIds, removed }: GroupChange): boolean {
  return isNew || addedIds.length > 0 || removed > 0;
}
