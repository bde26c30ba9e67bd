import { z } from 'zod';
import { covers } from './covers.ts';
import { Match } from './schema.ts';
import type { Path } from './source-text.ts';

/** As much of a file as these checks need, so that they are made whatever else is wrong. */
const Sketch = z.object({
  rules: z.array(
    z
      .object({
        name: z.string().trim().optional().catch(undefined),
        match: z.unknown().optional(),
        except: z.unknown().optional(),
        refuse: z.unknown().optional(),
      })
      .catch({
        name: undefined,
        match: 'unknown',
        except: undefined,
        refuse: undefined,
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
  return [...complainOfNames(rules), ...complainOfReach(rules), ...complainOfCover(rules)];
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
  return rules.slice(first + 1).map((rule, index) => ({
    path: ['rules', first + 1 + index],
    message: isDenial(rule)
      ? 'the rule without `match` must be the last one'
      : 'this rule is never reached, because a rule before it has no `match`',
  }));
}

type Sketched = Sketch['rules'][number];

function isDenial({ refuse, match }: Sketched): boolean {
  return refuse !== undefined && match !== undefined;
}

/** Rules up to the one for everything of which another rule leaves nothing. */
function complainOfCover(rules: Sketch['rules']): readonly RuleComplaint[] {
  const end = rules.findIndex(({ match }) => match === undefined);
  const reachable = end === -1 ? rules : rules.slice(0, end + 1);
  return reachable.flatMap((rule, index) => {
    const before = rules.slice(0, index).find((other) => !isDenial(other) && takes(other, rule));
    const denial = rules.find((other) => isDenial(other) && takes(other, rule));
    if (isDenial(rule) || (before ?? denial) === undefined) {
      return [];
    }
    const message = denial === undefined ? takenBy(before?.name) : refusedBy(denial.name);
    return [{ path: ['rules', index], message }];
  });
}

function takes(wide: Sketched, narrow: Sketched): boolean {
  const [one, other] = [matchOf(wide), matchOf(narrow)];
  const isWhole = wide.except === undefined && wide.match !== undefined;
  return isWhole && one !== undefined && other !== undefined && covers(one, other);
}

/** Of a rule for everything, no condition; undefined when it cannot be read. */
function matchOf({ match }: Sketched): Match | undefined {
  return match === undefined ? {} : Match.safeParse(match).data;
}

function takenBy(name = ''): string {
  return `this rule is never reached, because "${name}" before it matches everything that this one does`;
}

function refusedBy(name = ''): string {
  return `this rule is never reached, because "${name}" refuses everything that it matches, wherever it stands; \`except\` says there what it does not refuse`;
}
