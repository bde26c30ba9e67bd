import { breakGlass, review } from './break-glass.ts';
import {
  approve,
  attest,
  cancel,
  claim,
  deny,
  findVisible,
  retry,
  rolesNow,
  unclaim,
} from './decisions.ts';
import { delegate, endDelegation, listDelegations } from './delegations.ts';
import type { SetupDeps } from './deps.ts';
import { listDrift } from './drift.ts';
import { offerAccessPackages, offerGroups } from './offers.ts';
import { previewRoute, submitRequest } from './submit.ts';
import { syncNow } from './sync-now.ts';
import type { UseCases } from './use-cases.ts';
import { listWaiting } from './waiting.ts';
import { explain } from './why.ts';

const listed = 20;

/** Everything people can ask for, over the given world. */
export function createUseCases(deps: SetupDeps): UseCases {
  const { settings } = deps;
  return {
    offerGroups: (text) => offerGroups(deps, text),
    offerAccessPackages: (text) => offerAccessPackages(deps, text),
    submit: (actor, wish) => submitRequest(deps, actor, wish),
    previewRoute: (actor, wish) => previewRoute(deps, actor, wish),
    approve: (actor, click) => approve(deps, actor, click),
    deny: (actor, click) => deny(deps, actor, click),
    claim: (actor, click) => claim(deps, actor, click),
    unclaim: (actor, click) => unclaim(deps, actor, click),
    cancel: (actor, click) => cancel(deps, actor, click),
    retry: (actor, click) => retry(deps, actor, click),
    attest: (actor, click) => attest(deps, actor, click),
    breakGlass: (actor, wish) => breakGlass(deps, actor, wish),
    review: (actor, click, verdict) => review(deps, { actor, click }, verdict),
    delegate: (actor, wish) => delegate(deps, actor, wish),
    endDelegation: (actor) => endDelegation(deps, actor),
    listDelegations: (actor) => listDelegations(deps, actor),
    explain: (actor, id) => explain(deps, actor, id),
    syncNow: (actor, requestId) => syncNow(deps, actor, requestId),
    find: (actor, id) => findVisible(deps, actor, id),
    listMine: (actor) => deps.requests.listFor(actor.tenantId, actor.id, listed),
    listWaiting: (actor) => listWaiting(deps, actor, listed),
    rolesOf: (actor, request) => rolesNow(deps, actor, request),
    isAdministrator: (userId) => settings.administrators.includes(userId),
    administrators: settings.administrators,
    listDrift: async () => (deps.drift === undefined ? [] : listDrift({ drift: deps.drift })),
    canChooseAccessPackage: settings.canChooseAccessPackage,
    maximumDays: settings.maximumDays,
    asksForTicket: deps.policy.asksForTicket === true,
    describeTenant: () => deps.directory.getWritebackTenant(),
  };
}
