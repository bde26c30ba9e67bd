import { expectedAtOf } from '../../domain/lateness.ts';
import type { Request } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { findLateness } from './late-places.ts';
import { moment } from './when.ts';

/** When the proof is expected, and whether it is late, as the request's own card says it. */
export function lateLines({ late }: Words, request: Request): readonly string[] {
  const expectedAt = expectedAtOf(request);
  const lateness = findLateness(request);
  const expected = lateness === undefined ? late.expected : late.wasExpected;
  const isLate = lateness?.grade === 'overdue' ? late.overdueSince : late.since;
  return [
    ...(expectedAt === undefined ? [] : [expected(moment(expectedAt))]),
    ...(lateness === undefined ? [] : [isLate(moment(lateness.since))]),
  ];
}
