import type { CauseCode } from './cause.ts';
import type { Property } from './facts.ts';
import type { ProblemCode } from './problem.ts';

/**
 * A reason why a request can never be carried out, with the properties that show it. Refused at intake
 * (prerequisites.ts) and named as a cause when it comes up later (diagnosis.ts).
 */
export interface Obstacle {
  readonly code: ProblemCode & CauseCode;
  readonly shownBy: readonly [Property, ...(readonly Property[])];
}
