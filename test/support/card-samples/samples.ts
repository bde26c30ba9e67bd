import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';

/** Cards of one topic in one language, by the names of their golden files and pictures. */
export type Samples = Readonly<Record<string, AdaptiveCard>>;
