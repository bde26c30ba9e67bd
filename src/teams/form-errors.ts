import type { Complaint } from '../domain/complaint.ts';
import type { Refusal } from '../domain/prerequisites.ts';
import { explain } from './cards/notices.ts';
import type { FormError, FormField } from './cards/request-form.ts';
import type { FormData } from './form.ts';
import type { Words } from './words/words.ts';

/** What the world has against the wish, each at its field. */
export function toFormErrors(
  words: Words,
  refusals: readonly Refusal[],
  data: FormData,
): readonly FormError[] {
  return refusals.map(({ code, subject }) => ({
    field: fieldOf(code, data, subject),
    text: explain(words, code, subject),
  }));
}

const fields: Readonly<Record<string, FormField>> = {
  'reason-not-accepted': 'reason',
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
  'ticket-not-accepted': 'ticket',
  'ticket-too-long': 'ticket',
  'duration-too-long': 'duration',
  'duration-not-offered': 'duration',
};

const aboutPerson: readonly string[] = [
  'already-member',
  'open-request-exists',
  'person-not-a-sign-in-name' satisfies Complaint,
];

function fieldOf(code: string, data: FormData, subject: string): FormField | undefined {
  const what = code === 'input-not-valid' ? subject : code;
  const known = fields[what];
  if (known !== undefined) {
    return known;
  }
  const group = data.group === undefined ? 'newGroupName' : 'group';
  if (code.startsWith('group-')) {
    return group;
  }
  if (what.startsWith('user-') || aboutPerson.includes(what)) {
    return data.personName === undefined ? 'person' : 'personName';
  }
  return code.startsWith('access-package-') ? 'accessPackage' : undefined;
}
