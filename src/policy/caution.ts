import type { ApprovingRule, Policy } from './schema.ts';
import type { Stage } from './stage-schema.ts';

/**
 * What a policy may well be meant to say and what will still surprise people: a stage that needs all of its people,
 * beside one that a manager decides, when nobody may approve two stages. Whoever is both leaves the stage one short.
 */
export function cautionLines({ rules, defaults }: Policy): readonly string[] {
  return rules.flatMap((rule) => {
    const isDistinct =
      'refuse' in rule ? false : (rule.distinctApprovers ?? defaults.distinctApprovers ?? true);
    return 'refuse' in rule || !isDistinct ? [] : linesOf(rule);
  });
}

function linesOf({ name, stages }: ApprovingRule): readonly string[] {
  return stages.flatMap((stage, index) =>
    stage.need === 'all' && stages.some((other, at) => at !== index && asksManager(other))
      ? [
          `Caution: in "${name}", stage ${index + 1} needs all of its people, and a manager decides another stage. Where the manager is one of them, the request is refused, because nobody approves two stages: set \`distinctApprovers: false\`, or \`need\` a number.`,
        ]
      : [],
  );
}

function asksManager({ approvers }: Stage): boolean {
  return approvers.some((source) => 'manager' in source);
}
