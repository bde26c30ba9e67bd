import { rolesOf } from '../domain/authority.ts';
import { approve, attest, cancel, deny, findVisible, retry } from './decisions.ts';
import type { SetupDeps } from './deps.ts';
import { offerAccessPackages, offerGroups } from './offers.ts';
import { submitRequest } from './submit.ts';
import type { UseCases } from './use-cases.ts';

const listed = 20;

/** Everything people can ask for, over the given world. */
export function createUseCases(deps: SetupDeps): UseCases {
  const { settings } = deps;
  return {
    offerGroups: (text) => offerGroups(deps, text),
    offerAccessPackages: (text) => offerAccessPackages(deps, text),
    submit: (actor, wish) => submitRequest(deps, actor, wish),
    approve: (actor, click) => approve(deps, actor, click),
    deny: (actor, click) => deny(deps, actor, click),
    cancel: (actor, click) => cancel(deps, actor, click),
    retry: (actor, click) => retry(deps, actor, click),
    attest: (actor, click) => attest(deps, actor, click),
    find: (actor, id) => findVisible(deps, actor, id),
    listMine: (actor) => deps.requests.listFor(actor.tenantId, actor.id, listed),
    rolesOf: (actor, request) => rolesOf(actor, request, settings.administrators),
    isAdministrator: (userId) => settings.administrators.includes(userId),
    canChooseAccessPackage: settings.canChooseAccessPackage,
    maximumDays: settings.maximumDays,
    describeTenant: () => deps.directory.getWritebackTenant(),
  };
}
