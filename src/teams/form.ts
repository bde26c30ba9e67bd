import { z } from 'zod';
import { AccessPackageId, GroupId, UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import type { DurationLimits } from '../domain/plan.ts';
import type { SubmitWish } from '../setup/use-cases.ts';
import { cut, said } from './cards/escape.ts';
import { limits, longestNames, mostPeople } from './cards/limits.ts';
import {
  durationChoices,
  type FormError,
  type FormField,
  type FormValues,
  usualDuration,
} from './cards/request-form.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

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
  ticket: Field,
  duration: Field,
});
export type FormData = z.infer<typeof FormData>;

export type FormReading =
  | { readonly kind: 'wish'; readonly wish: SubmitWish }
  | { readonly kind: 'errors'; readonly errors: readonly FormError[] };

/** What the form asks for, or everything that is wrong with it as far as the form itself can tell. */
export function readForm(
  { words, actor }: Pick<Turn, 'words' | 'actor'>,
  data: FormData,
  durations: DurationLimits,
): FormReading {
  const group = readGroup(words, data);
  const beneficiary = readPerson(words, data, actor);
  const accessPackageId = readPackage(words, data.accessPackage);
  const days = readDays(words, data.duration, durations);
  const reason = readReason(words, data.reason);
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
      ...(data.ticket === undefined
        ? {}
        : { ticket: data.ticket.slice(0, limits.ticket + 1).trim() }),
    },
  };
}

/** The fields as they go back onto the form; what no field can hold is cut. */
export function keptValues(data: FormData): FormValues {
  const { formId: _formId, ...fields } = data;
  return {
    ...fields,
    ...kept('newGroupName', data.newGroupName, limits.newGroupName),
    ...kept('personName', data.personName, longestNames),
    ...kept('reason', data.reason, limits.reason),
    ...kept('ticket', data.ticket, limits.ticket),
    ...kept('group', data.group, 64),
    ...(data.person === undefined ? {} : { person: keptPeople(data.person) }),
    ...kept('accessPackage', data.accessPackage, 64),
  };
}

/** As many of the chosen people as a form has room for; each value is an id of 36 characters. */
function keptPeople(text: string): string {
  const people = text.split(',').map((value) => cut(value.trim().toWellFormed(), 64));
  return people.slice(0, mostPeople).join(',');
}

export function isBlank(text: string): boolean {
  return text.replaceAll(/[\p{C}\p{Z}\s]/gu, '') === '';
}

type Part<T> = { readonly value: T } | { readonly error: FormError };

function readGroup({ form }: Words, { group, newGroupName }: FormData): Part<SubmitWish['group']> {
  if (group !== undefined && newGroupName !== undefined) {
    return { error: { field: 'newGroupName', text: form.twoGroups } };
  }
  if (newGroupName !== undefined) {
    const displayName = newGroupName.trim();
    return displayName.length > limits.newGroupName
      ? tooLong(form, 'newGroupName', 'newGroup')
      : { value: { kind: 'new', displayName } };
  }
  if (group === undefined) {
    return { error: { field: 'group', text: form.noGroup } };
  }
  const id = GroupId.safeParse(group);
  return id.success
    ? { value: { kind: 'existing', id: id.data } }
    : { error: { field: 'group', text: form.notAChoice(form.group) } };
}

/** One person at most; several were made a list before. Nobody is oneself. */
function readPerson(
  { form }: Words,
  { person, personName }: FormData,
  actor: Actor,
): Part<string | undefined> {
  const picked = person === actor.id ? undefined : person;
  if (personName !== undefined) {
    return personName.length > limits.personName
      ? tooLong(form, 'personName', 'personName')
      : { value: personName.trim() };
  }
  return picked === undefined || UserId.safeParse(picked).success
    ? { value: picked }
    : { error: { field: 'person', text: form.notAChoice(form.person) } };
}

function readPackage({ form }: Words, text: string | undefined): Part<AccessPackageId | undefined> {
  if (text === undefined) {
    return { value: undefined };
  }
  const id = AccessPackageId.safeParse(text);
  const { notAChoice, accessPackage: label } = form;
  return id.success
    ? { value: id.data }
    : { error: { field: 'accessPackage', text: notAChoice(label) } };
}

function readDays(
  words: Words,
  text: string | undefined,
  durations: DurationLimits,
): Part<number | undefined> {
  const { form } = words;
  const choices = durationChoices(words, durations).map(({ value }) => value);
  const chosen = text ?? usualDuration(durations);
  if (!choices.includes(chosen)) {
    return { error: { field: 'duration', text: form.notAChoice(form.duration) } };
  }
  return { value: chosen === 'none' ? undefined : Number(chosen) };
}

function readReason({ form }: Words, text: string | undefined): Part<string> {
  if (text === undefined) {
    return { error: { field: 'reason', text: form.noReason } };
  }
  const reason = text.trim();
  return reason.length > limits.reason ? tooLong(form, 'reason', 'reason') : { value: reason };
}

function tooLong(
  form: Words['form'],
  field: keyof typeof limits & FormField,
  label: 'newGroup' | 'personName' | 'reason',
): { readonly error: FormError } {
  return { error: { field, text: form.tooLong(form[label], limits[field]) } };
}

function kept(field: FormField, text: string | undefined, limit: number): FormValues {
  return text === undefined ? {} : { [field]: cut(text.toWellFormed(), limit) };
}

/** A hint about a group name that stands for no group. */
export function unknownGroupHint(words: Words, name: string): string {
  return words.form.groupUnknown(said(name));
}
