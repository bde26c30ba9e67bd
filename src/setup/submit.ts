import type { Approval } from '../domain/approval.ts';
import type { AccessPackage } from '../domain/entitlement.ts';
import type { Group, WritebackTenant } from '../domain/group.ts';
import { GroupId, toRequestId, UserId } from '../domain/ids.ts';
import type { Actor, DirectoryUser, Person } from '../domain/person.ts';
import type { AccessPackageChoice, GroupChoice } from '../domain/plan.ts';
import { type Refusal, refuseGroup, refuseTenant, refuseUser } from '../domain/prerequisites.ts';
import { isProblem } from '../domain/problem.ts';
import type { Request, RequestIn } from '../domain/request.ts';
import { findApprovers } from './approvers.ts';
import type { SetupDeps } from './deps.ts';
import { mailNicknameOf, refuseInput } from './form-input.ts';
import { planRequest } from './plan-request.ts';
import type { SubmitResult, SubmitWish } from './use-cases.ts';

/** What the directory says about the wish. */
interface Facts {
  readonly user: DirectoryUser | undefined;
  readonly group: Group | undefined;
  readonly tenant: WritebackTenant;
  readonly accessPackage: AccessPackage | undefined;
}

/**
 * Checks a request against the world, plans it and stores it; nothing is changed outside. All reasons against it
 * are told at once. The same form sent again resolves to the request it made the first time.
 */
export async function submitRequest(
  deps: SetupDeps,
  actor: Actor,
  wish: SubmitWish,
): Promise<SubmitResult> {
  const before = await deps.requests.findByForm(actor.tenantId, wish.formId);
  if (before !== undefined) {
    return resultFor(actor, before);
  }
  const badInput = refuseInput(wish, deps.settings.maximumDays);
  if (badInput.length > 0) {
    return { kind: 'refused', refusals: badInput };
  }
  const facts = await gatherFacts(deps, actor, wish);
  const { user } = facts;
  const choice = choiceOf(wish, facts.group);
  const refusals = await refuse(deps, wish, facts);
  if (user === undefined || refusals.length > 0) {
    return { kind: 'refused', refusals };
  }
  const approvers = await findApprovers(deps, [actor.id, user.id]);
  if (approvers.length === 0) {
    return {
      kind: 'refused',
      refusals: [{ code: 'nobody-can-approve', subject: user.displayName }],
    };
  }
  const request = await newRequest(deps, { actor, wish, user, choice, approvers, facts });
  return store(deps, actor, { request, formId: wish.formId });
}

/** A form belongs to the person it was made for; nobody learns of a request through somebody else's. */
function resultFor(actor: Actor, request: Request): SubmitResult {
  const subject = 'This form was sent by somebody else. Type "request" for one of your own.';
  return request.requester.id === actor.id
    ? { kind: 'submitted', request }
    : { kind: 'refused', refusals: [{ code: 'input-not-valid', subject }] };
}

interface Draft {
  readonly actor: Actor;
  readonly wish: SubmitWish;
  readonly user: DirectoryUser;
  readonly choice: GroupChoice;
  readonly approvers: readonly Person[];
  readonly facts: Facts;
}

async function newRequest(
  deps: SetupDeps,
  { actor, wish, user, choice, approvers, facts }: Draft,
): Promise<RequestIn<'awaiting-approval'>> {
  const now = deps.clock.now();
  return {
    id: toRequestId(deps.random()),
    version: 1,
    state: 'awaiting-approval',
    tenantId: actor.tenantId,
    requester: { id: actor.id, displayName: actor.displayName },
    beneficiary: toPerson(user),
    beneficiaryAnchors: user.onPremises ?? {},
    group: choice,
    accessPackage: packageChoiceOf(facts.accessPackage),
    reason: wish.reason.trim(),
    duration:
      wish.days === undefined ? { kind: 'no-expiration' } : { kind: 'days', days: wish.days },
    approvers,
    approval: newApproval(approvers, now),
    plan: await planRequest(deps.entitlement, deps.settings, { ...facts, choice }),
    createdAt: now,
    updatedAt: now,
  };
}

/** One stage, anybody of the configured approvers. */
function newApproval(approvers: readonly Person[], now: Date): Approval {
  const stage = {
    name: 'Approval',
    approvers: approvers.map((person) => ({ person, because: { kind: 'named' as const } })),
    need: 1,
  };
  return {
    route: { rule: 'default', stages: [stage], distinctApprovers: false },
    stage: 0,
    stageSince: now,
    votes: [],
    reminders: { sent: 0 },
    planHash: '',
  };
}

function packageChoiceOf(accessPackage: AccessPackage | undefined): AccessPackageChoice {
  return accessPackage === undefined
    ? { kind: 'chosen-by-bot' }
    : { kind: 'existing', id: accessPackage.id, displayName: accessPackage.displayName };
}

/** Whether another open request for the pair exists is decided here, where two at once cannot both win. */
async function store(
  deps: SetupDeps,
  actor: Actor,
  draft: { readonly request: RequestIn<'awaiting-approval'>; readonly formId: string },
): Promise<SubmitResult> {
  try {
    return resultFor(actor, await deps.requests.create(draft.request, draft.formId));
  } catch (error) {
    if (isProblem(error) && error.code === 'open-request-exists') {
      const subject = draft.request.beneficiary.displayName;
      return { kind: 'refused', refusals: [{ code: error.code, subject }] };
    }
    throw error;
  }
}

async function gatherFacts(deps: SetupDeps, actor: Actor, wish: SubmitWish): Promise<Facts> {
  const { directory, entitlement } = deps;
  const [user, group, tenant, accessPackage] = await Promise.all([
    findBeneficiary(deps, actor, wish.beneficiary),
    wish.group.kind === 'existing'
      ? directory.findGroup(wish.group.id)
      : directory.findGroupByMailNickname(mailNicknameOf(wish.group.displayName)),
    directory.getWritebackTenant(),
    wish.accessPackageId === undefined
      ? undefined
      : entitlement.findAccessPackage(wish.accessPackageId),
  ]);
  return { user, group, tenant, accessPackage };
}

async function findBeneficiary(
  { directory }: SetupDeps,
  actor: Actor,
  text: string | undefined,
): Promise<DirectoryUser | undefined> {
  if (text === undefined) {
    return directory.findUser(actor.id);
  }
  const id = UserId.safeParse(text);
  return id.success ? directory.findUser(id.data) : directory.findUserByName(text);
}

async function refuse(
  deps: SetupDeps,
  wish: SubmitWish,
  { user, group, tenant, accessPackage }: Facts,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [...refuseTenant(tenant)];
  const who = wish.beneficiary ?? 'you';
  refusals.push(
    ...(user === undefined
      ? [{ code: 'user-not-found' as const, subject: who }]
      : refuseUser(user)),
  );
  refusals.push(...refuseGroupWish(wish, group, tenant));
  if (wish.accessPackageId !== undefined) {
    refusals.push(...refusePackage(wish, accessPackage));
  }
  if (user !== undefined && group !== undefined && wish.group.kind === 'existing') {
    const isMember = await deps.directory.isMember(user.id, group.id);
    refusals.push(
      ...(isMember ? [{ code: 'already-member' as const, subject: user.displayName }] : []),
    );
  }
  return refusals;
}

function refuseGroupWish(
  { group: wish }: SubmitWish,
  group: Group | undefined,
  tenant: WritebackTenant,
): readonly Refusal[] {
  if (wish.kind === 'new') {
    return group === undefined ? [] : [{ code: 'group-name-taken', subject: wish.displayName }];
  }
  return group === undefined
    ? [{ code: 'group-not-found', subject: wish.id }]
    : refuseGroup(group, tenant);
}

function refusePackage(
  { group, accessPackageId }: SubmitWish,
  accessPackage: AccessPackage | undefined,
): readonly Refusal[] {
  if (accessPackage === undefined) {
    return [{ code: 'access-package-not-found', subject: accessPackageId ?? '' }];
  }
  const fits =
    group.kind === 'existing' && accessPackage.memberOf.includes(GroupId.parse(group.id));
  return fits ? [] : [{ code: 'access-package-does-not-fit', subject: accessPackage.displayName }];
}

function choiceOf(wish: SubmitWish, group: Group | undefined): GroupChoice {
  if (wish.group.kind === 'existing') {
    const { id } = wish.group;
    return { kind: 'existing', id, displayName: group?.displayName ?? id };
  }
  const displayName = wish.group.displayName.trim();
  return { kind: 'new', displayName, mailNickname: mailNicknameOf(displayName) };
}

function toPerson({ id, displayName, userPrincipalName }: DirectoryUser): Person {
  return { id, displayName, userPrincipalName };
}
