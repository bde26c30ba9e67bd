import { wordsFor } from '../../src/teams/words/choose.ts';
import type { Words } from '../../src/teams/words/words.ts';
import { approvalSamples } from './card-samples/approval.ts';
import { bulkSamples } from './card-samples/bulk.ts';
import { catalogSamples } from './card-samples/catalogs.ts';
import { deputySamples } from './card-samples/deputy.ts';
import { driftSamples } from './card-samples/drift.ts';
import { engineSamples } from './card-samples/engines.ts';
import { favouriteSamples } from './card-samples/favourites.ts';
import { formSamples } from './card-samples/form.ts';
import { lateSamples } from './card-samples/late.ts';
import { outcomeSamples } from './card-samples/outcome.ts';
import { requestSamples } from './card-samples/request.ts';
import type { Samples } from './card-samples/samples.ts';
import { strangeSamples } from './card-samples/strange.ts';
import { syncNowSamples } from './card-samples/sync-now.ts';
import { talkSamples } from './card-samples/talk.ts';
import { whySamples } from './card-samples/why.ts';

/** One file of samples per topic; a new topic is a line here. */
const topics: readonly ((words: Words) => Samples)[] = [
  approvalSamples,
  bulkSamples,
  catalogSamples,
  deputySamples,
  driftSamples,
  engineSamples,
  favouriteSamples,
  formSamples,
  lateSamples,
  outcomeSamples,
  requestSamples,
  strangeSamples,
  syncNowSamples,
  talkSamples,
  whySamples,
];

/** Every card in every state worth looking at, by the name of its golden file. */
export function cardsIn(words: Words): Samples {
  const samples = topics.flatMap((topic) => Object.entries(topic(words)));
  const names = samples.map(([name]) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) {
    throw new Error(`Two samples have the same name: ${twice.join(', ')}`);
  }
  return Object.fromEntries(samples);
}

/** The same in English. */
export const allCards = cardsIn(wordsFor('en'));
