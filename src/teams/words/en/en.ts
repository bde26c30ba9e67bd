import { advice } from './advice.ts';
import { again } from './again.ts';
import { app, commands } from './app.ts';
import { approval } from './approval.ts';
import { breakGlass } from './break-glass.ts';
import { bulk } from './bulk.ts';
import { catalogs } from './catalogs.ts';
import { causeOwners, causes, certainties, fixes, sources } from './causes.ts';
import { buttons, chat, list } from './chat.ts';
import { counts } from './counts.ts';
import { deputy, waiting } from './deputy.ts';
import { dialog, slow } from './dialog.ts';
import { drift } from './drift.ts';
import { engineReport } from './engines.ts';
import { evidence } from './evidence.ts';
import { favourites } from './favourites.ts';
import { complaints, form, groupKinds, groupTraits } from './form.ts';
import { group } from './group.ts';
import { guests } from './guests.ts';
import { help, welcome } from './help.ts';
import { late, stopped } from './late.ts';
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
import { syncNow } from './sync.ts';
import { tenant } from './tenant.ts';
import { undelivered } from './undelivered.ts';
import { why } from './why.ts';

/** The words of the product in English, and the shape that every other language has. */
export const en = {
  /** The language as cards declare it. https://www.rfc-editor.org/info/bcp47 */
  language: 'en',
  isRightToLeft: false,
  /** Whose habits numbers, spans and lists of names follow. */
  habits: 'en-GB',
  advice,
  again,
  app,
  approval,
  breakGlass,
  bulk,
  buttons,
  catalogs,
  causeOwners,
  causes,
  certainties,
  chat,
  commands,
  complaints,
  counts,
  deputy,
  dialog,
  drift,
  engineReport,
  engines,
  evidence,
  favourites,
  findings,
  fixes,
  form,
  group,
  groupKinds,
  groupTraits,
  groupTypes,
  guests,
  help,
  late,
  legStates,
  legs,
  list,
  listStates,
  notices,
  outcome,
  owners,
  plan,
  request,
  slow,
  sources,
  states,
  stepNames,
  stepsDone,
  stopped,
  syncNow,
  tenant,
  times,
  undelivered,
  waiting,
  welcome,
  why,
} as const;
