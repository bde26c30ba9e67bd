import type { ProblemCode } from '../../../domain/problem.ts';
import type { Advice } from '../advice.ts';
import { adviceAtIntake } from './advice-at-intake.ts';
import { adviceOnClicks } from './advice-on-clicks.ts';
import { adviceOnMicrosoft } from './advice-on-microsoft.ts';
import { adviceOnPremises } from './advice-on-premises.ts';

/** One text for each problem there can be; a new one goes into the file of its kind. */
export const advice: Readonly<Record<ProblemCode, Advice>> = {
  ...adviceAtIntake,
  ...adviceOnClicks,
  ...adviceOnMicrosoft,
  ...adviceOnPremises,
};
