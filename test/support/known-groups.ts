import type { Group, WritebackTenant } from '../../src/domain/group.ts';
import { GroupId } from '../../src/domain/ids.ts';
import type { Directory } from '../../src/domain/ports.ts';
import { createFavouriteUseCases, type FavouriteUseCases } from '../../src/setup/favourites.ts';
import { MemoryFavouriteStore } from './memory-favourite-store.ts';
import { at } from './requests.ts';

/** What people keep of these groups, in memory; each is kept a minute after the one before. */
export function favouritesAmong(directory: KnownGroups): FavouriteUseCases {
  let minute = 0;
  function now(): Date {
    minute += 1;
    return at(minute);
  }
  return createFavouriteUseCases({
    favourites: new MemoryFavouriteStore(),
    directory,
    clock: { now },
  });
}

type Groups = Pick<Directory, 'findGroup' | 'findGroups' | 'getWritebackTenant'>;

/** Groups as Entra has them; `failWith` is what every question is answered with while it is set. */
export class KnownGroups implements Groups {
  readonly rows = new Map<GroupId, Group>();
  failWith: Error | undefined;
  /** What every answer waits for. */
  hold: Promise<unknown> | undefined;

  put(number: number, changes: Partial<Group> = {}): Group {
    const id = GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`);
    const group: Group = {
      id,
      displayName: `Group ${number}`,
      mail: `group-${number}@contoso.test`,
      kind: 'microsoft-365',
      isDynamic: false,
      isSynced: false,
      isRoleAssignable: false,
      writeback: {},
      ...changes,
    };
    this.rows.set(id, group);
    return group;
  }

  async findGroup(id: GroupId): Promise<Group | undefined> {
    await this.#answer();
    return this.rows.get(id);
  }

  async findGroups(ids: readonly GroupId[]): Promise<readonly Group[]> {
    await this.#answer();
    return [...this.rows.values()].filter(({ id }) => ids.includes(id));
  }

  async getWritebackTenant(): Promise<WritebackTenant> {
    return { isHybrid: true, engines: ['connect-v1'] };
  }

  async #answer(): Promise<void> {
    await this.hold;
    if (this.failWith !== undefined) {
      throw this.failWith;
    }
  }
}
