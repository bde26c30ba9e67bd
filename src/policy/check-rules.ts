import { z } from 'zod';
import type { Path } from './source-text.ts';

/** As much of a file as these checks need, so that they are made whatever else is wrong. */
const Sketch = z.object({
  rules: z.array(
    z
      .object({
        name: z.string().trim().optional().catch(undefined),
        match: z.unknown().optional(),
      })
      .catch({
        name: undefined,
        match: 'unknown',
      }),
  ),
});
type Sketch = z.infer<typeof Sketch>;

export interface RuleComplaint {
  readonly path: Path;
  readonly message: string;
}

/** What is wrong with the rules together: who asks anything must find exactly one first rule. */
export function checkRules(value: unknown): readonly RuleComplaint[] {
  const sketch = Sketch.safeParse(value);
  if (!sketch.success || sketch.data.rules.length === 0) {
    return [];
  }
  const { rules } = sketch.data;
  return [...complainOfNames(rules), ...complainOfReach(rules)];
}

function complainOfNames(rules: Sketch['rules']): readonly RuleComplaint[] {
  const names = rules.map(({ name }) => name);
  return names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index
      ? [{ path: ['rules', index, 'name'], message: `another rule is called "${name}" already` }]
      : [],
  );
}

function complainOfReach(rules: Sketch['rules']): readonly RuleComplaint[] {
  const first = rules.findIndex(({ match }) => match === undefined);
  if (first === -1) {
    const message =
      'the last rule must have no `match`, so that every request finds a rule; it may refuse';
    return [{ path: ['rules', rules.length - 1], message }];
  }
  return rules.slice(first + 1).map((_, index) => ({
    path: ['rules', first + 1 + index],
    message: 'this rule is never reached, because a rule before it has no `match`',
  }));
}
