import { advice } from './advice.ts';
import { app, commands } from './app.ts';
import { approval } from './approval.ts';
import { buttons, chat, list } from './chat.ts';
import { counts } from './counts.ts';
import { complaints, form, groupKinds, groupTraits } from './form.ts';
import { help, welcome } from './help.ts';
import { outcome } from './outcome.ts';
import { engines, groupTypes, plan } from './plan.ts';
import {
  findings,
  legStates,
  legs,
  listStates,
  notices,
  owners,
  request,
  states,
  times,
} from './request.ts';
import { stepNames, stepsDone } from './steps.ts';
import { tenant } from './tenant.ts';

/** The words of the product in English, and the shape that every other language has. */
export const en = {
  /** The language as cards declare it. https://www.rfc-editor.org/info/bcp47 */
  language: 'en',
  isRightToLeft: false,
  /** Whose habits numbers, spans and lists of names follow. */
  habits: 'en-GB',
  advice,
  app,
  approval,
  buttons,
  chat,
  commands,
  complaints,
  counts,
  engines,
  findings,
  form,
  groupKinds,
  groupTraits,
  groupTypes,
  help,
  legStates,
  legs,
  list,
  listStates,
  notices,
  outcome,
  owners,
  plan,
  request,
  states,
  stepNames,
  stepsDone,
  tenant,
  times,
  welcome,
} as const;
