import { z } from 'zod';

/** What cards of requests and of lists have in common: where they stand, and what stood in the way. */
export const cardShape = {
  conversationId: z.string().optional(),
  serviceUrl: z.string().optional(),
  activityId: z.string().optional(),
  attemptedAt: z.coerce.date().optional(),
  contentHash: z.string().optional(),
  occasion: z.string().optional(),
  undeliverable: z.string().optional(),
  undeliverableSince: z.coerce.date().optional(),
  undeliverableBecause: z
    .enum(['no-app', 'removed-app', 'blocked', 'chat-gone', 'not-permitted'])
    .optional(),
  replaces: z
    .object({ activityId: z.string(), conversationId: z.string(), serviceUrl: z.string() })
    .optional(),
};
