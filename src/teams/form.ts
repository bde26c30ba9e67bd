import { z } from 'zod';
import { AccessPackageId, GroupId, UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import type { SubmitWish } from '../setup/use-cases.ts';
import { cut, said } from './cards/escape.ts';
import { limits } from './cards/limits.ts';
import { explain } from './cards/notices.ts';
import {
  durationChoices,
  type FormError,
  type FormField,
  type FormValues,
} from './cards/request-form.ts';
import { texts } from './texts.ts';

/** A field that is missing, blank or of the wrong type is an empty field. */
const Field = z
  .string()
  .transform((text) => (isBlank(text) ? undefined : text))
  .optional()
  .catch(undefined);

export const FormData = z.object({
  formId: z.guid(),
  group: Field,
  newGroupName: Field,
  person: Field,
  personName: Field,
  accessPackage: Field,
  reason: Field,
  duration: Field,
});
export type FormData = z.infer<typeof FormData>;

export type FormReading =
  | { readonly kind: 'wish'; readonly wish: SubmitWish }
  | { readonly kind: 'errors'; readonly errors: readonly FormError[] };

/** What the form asks for, or everything that is wrong with it as far as the form itself can tell. */
export function readForm(data: FormData, actor: Actor, maximumDays: number): FormReading {
  const group = readGroup(data);
  const beneficiary = readPerson(data, actor);
  const accessPackageId = readPackage(data.accessPackage);
  const days = readDays(data.duration, maximumDays);
  const reason = readReason(data.reason);
  const parts = [group, beneficiary, accessPackageId, days, reason];
  const errors = parts.flatMap((part) => ('error' in part ? [part.error] : []));
  if (
    'error' in group ||
    'error' in beneficiary ||
    'error' in accessPackageId ||
    'error' in days ||
    'error' in reason
  ) {
    return { kind: 'errors', errors };
  }
  return {
    kind: 'wish',
    wish: {
      // A form belongs to the person it was given to: nobody meets another one's request through its id.
      formId: `${actor.id}/${data.formId}`,
      group: group.value,
      beneficiary: beneficiary.value,
      accessPackageId: accessPackageId.value,
      days: days.value,
      reason: reason.value,
    },
  };
}

/** The fields as they go back onto the form; what no field can hold is cut. */
export function keptValues(data: FormData): FormValues {
  const { formId: _formId, ...fields } = data;
  return {
    ...fields,
    ...kept('newGroupName', data.newGroupName, limits.newGroupName),
    ...kept('personName', data.personName, limits.personName),
    ...kept('reason', data.reason, limits.reason),
    ...kept('group', data.group, 64),
    ...kept('person', data.person, 64),
    ...kept('accessPackage', data.accessPackage, 64),
  };
}

/** What the world has against the wish, each at its field. */
export function toFormErrors(refusals: readonly Refusal[], data: FormData): readonly FormError[] {
  return refusals.map(({ code, subject }) => ({
    field: fieldOf(code, data),
    text: explain(code, subject),
  }));
}

export function isBlank(text: string): boolean {
  return text.replaceAll(/[\p{C}\p{Z}\s]/gu, '') === '';
}

type Part<T> = { readonly value: T } | { readonly error: FormError };

function readGroup({ group, newGroupName }: FormData): Part<SubmitWish['group']> {
  const words = texts.form;
  if (group !== undefined && newGroupName !== undefined) {
    return { error: { field: 'newGroupName', text: words.twoGroups } };
  }
  if (newGroupName !== undefined) {
    const displayName = newGroupName.trim();
    return displayName.length > limits.newGroupName
      ? tooLong('newGroupName', words.newGroup, limits.newGroupName)
      : { value: { kind: 'new', displayName } };
  }
  if (group === undefined) {
    return { error: { field: 'group', text: words.noGroup } };
  }
  const id = GroupId.safeParse(group);
  return id.success
    ? { value: { kind: 'existing', id: id.data } }
    : { error: { field: 'group', text: words.notAChoice(words.group) } };
}

/** The picker stands on oneself from the start, so that a typed name wins over it. */
function readPerson({ person, personName }: FormData, actor: Actor): Part<string | undefined> {
  const words = texts.form;
  const picked = person === actor.id ? undefined : person;
  if (picked?.includes(',') === true) {
    return { error: { field: 'person', text: words.manyPeople } };
  }
  if (picked !== undefined && personName !== undefined) {
    return { error: { field: 'personName', text: words.twoPeople } };
  }
  if (personName !== undefined) {
    return personName.length > limits.personName
      ? tooLong('personName', words.personName, limits.personName)
      : { value: personName.trim() };
  }
  return picked === undefined || UserId.safeParse(picked).success
    ? { value: picked }
    : { error: { field: 'person', text: words.notAChoice(words.person) } };
}

function readPackage(text: string | undefined): Part<AccessPackageId | undefined> {
  if (text === undefined) {
    return { value: undefined };
  }
  const id = AccessPackageId.safeParse(text);
  const { notAChoice, accessPackage: label } = texts.form;
  return id.success
    ? { value: id.data }
    : { error: { field: 'accessPackage', text: notAChoice(label) } };
}

function readDays(text: string | undefined, maximumDays: number): Part<number | undefined> {
  const choices = durationChoices(maximumDays).map(({ value }) => value);
  if (text === undefined || text === 'none') {
    return { value: undefined };
  }
  return choices.includes(text)
    ? { value: Number(text) }
    : { error: { field: 'duration', text: texts.form.notAChoice(texts.form.duration) } };
}

function readReason(text: string | undefined): Part<string> {
  if (text === undefined) {
    return { error: { field: 'reason', text: texts.form.noReason } };
  }
  const reason = text.trim();
  return reason.length > limits.reason
    ? tooLong('reason', texts.form.reason, limits.reason)
    : { value: reason };
}

function tooLong(field: FormField, label: string, limit: number): { readonly error: FormError } {
  return { error: { field, text: texts.form.tooLong(label, limit) } };
}

function kept(field: FormField, text: string | undefined, limit: number): FormValues {
  return text === undefined ? {} : { [field]: cut(text.toWellFormed(), limit) };
}

function fieldOf(code: string, data: FormData): FormField | undefined {
  const group = data.group === undefined ? 'newGroupName' : 'group';
  if (code.startsWith('group-')) {
    return group;
  }
  if (code.startsWith('user-') || code === 'already-member' || code === 'open-request-exists') {
    return data.personName === undefined ? 'person' : 'personName';
  }
  return code.startsWith('access-package-') ? 'accessPackage' : undefined;
}

/** A hint about a group name that stands for no group. */
export function unknownGroupHint(name: string): string {
  return texts.form.groupUnknown(said(name));
}
