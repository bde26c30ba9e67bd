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
import { reportDrift } from './drift.ts';
import { createFavouriteUseCases } from './favourites.ts';
import { offerAccessPackages, offerGroups } from './offers.ts';
import { previewRequest, submitRequest } from './submit.ts';
import { syncNow } from './sync-now.ts';
import type { UseCases } from './use-cases.ts';
import { listUnreviewed, listWaiting } from './waiting.ts';
import { explain } from './why.ts';

const listed = 20;

/** Everything people can ask for, over the given world. */
export function createUseCases(deps: SetupDeps): UseCases {
  return {
    offerGroups: (text) => offerGroups(deps, text),
    offerAccessPackages: (text) => offerAccessPackages(deps, text),
    submit: (actor, wish) => submitRequest(deps, actor, wish),
    previewRoute: (actor, wish) => previewRequest(deps, actor, wish),
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
    favourites: createFavouriteUseCases(deps),
    explain: (actor, id) => explain(deps, actor, id),
    syncNow: (actor, requestId) => syncNow(deps, actor, requestId),
    find: (actor, id) => findVisible(deps, actor, id),
    listMine: (actor) => deps.requests.listFor(actor.tenantId, actor.id, listed),
    listWaiting: (actor) => listWaiting(deps, actor, listed),
    listUnreviewed: (actor) => listUnreviewed(deps, actor, listed),
    rolesOf: (actor, request) => rolesNow(deps, actor, request),
    reportDrift: () => reportDrift(deps),
    describeTenant: () => deps.directory.getWritebackTenant(),
    ...decidedBy(deps),
  };
}

type Decided =
  | 'administrators'
  | 'isAdministrator'
  | 'canChooseAccessPackage'
  | 'maximumDays'
  | 'canHaveNoEnd'
  | 'asksForTicket';

/** What the organisation has decided. */
function decidedBy({ settings, policy }: SetupDeps): Pick<UseCases, Decided> {
  const { administrators, canChooseAccessPackage, maximumDays, canHaveNoEnd } = settings;
  return {
    administrators,
    isAdministrator: (userId) => administrators.includes(userId),
    canChooseAccessPackage,
    maximumDays,
    canHaveNoEnd,
    asksForTicket: policy.asksForTicket === true,
  };
}
