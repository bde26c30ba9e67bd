import type { SetupDeps } from '../deps.ts';

/**
 * The same world, asked each question once: fifty lines about one group cost one look at the group. For one pass over
 * a list only, since answers grow old.
 */
export function rememberAnswers<D extends SetupDeps>(deps: D): D {
  const { directory, entitlement, approverDirectory } = deps;
  return {
    ...deps,
    directory: {
      ...directory,
      findUser: once((id) => directory.findUser(id)),
      findUserByName: once((text) => directory.findUserByName(text)),
      searchGroups: once((text, limit) => directory.searchGroups(text, limit)),
      findGroup: once((id) => directory.findGroup(id)),
      findGroupByMail: once((mail) => directory.findGroupByMail(mail)),
      isMember: once((userId, groupId) => directory.isMember(userId, groupId)),
      getWritebackTenant: once(() => directory.getWritebackTenant()),
    },
    entitlement: {
      ...entitlement,
      findCatalog: once((name) => entitlement.findCatalog(name)),
      findAccessPackage: once((id) => entitlement.findAccessPackage(id)),
      findAccessPackageByName: once((catalogId, name) =>
        entitlement.findAccessPackageByName(catalogId, name),
      ),
    },
    approverDirectory: {
      findManager: once((id) => approverDirectory.findManager(id)),
      listGroupUsers: once((id, limit) => approverDirectory.listGroupUsers(id, limit)),
      listCatalogRoleHolders: once((id, role) =>
        approverDirectory.listCatalogRoleHolders(id, role),
      ),
    },
  };
}

/** A question that failed is asked again by the next one who wants to know. */
function once<A extends readonly unknown[], R>(
  ask: (...question: A) => Promise<R>,
): (...question: A) => Promise<R> {
  const known = new Map<string, Promise<R>>();
  return (...question) => {
    const key = JSON.stringify(question);
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    const answer = ask(...question);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}
