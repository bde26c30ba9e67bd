import { z } from 'zod';
import { Policy } from './schema.ts';

/** What docs/policy.schema.json holds, so that editors can complete and check a policy. */
export function policyJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(Policy, { io: 'input' }), undefined, 2)}\n`;
}
