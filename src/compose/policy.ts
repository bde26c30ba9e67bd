import { readFile } from 'node:fs/promises';
import { type Config, ConfigError } from '../config.ts';
import type { ApprovalPolicy } from '../domain/approval-policy.ts';
import { chooseRoute } from '../policy/choose-route.ts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { errorLines } from '../policy/report.ts';
import type { Policy } from '../policy/schema.ts';
import { composeSettings } from './settings.ts';

/**
 * The approval policy of the file that APPROVAL_POLICY_FILE names, else the built-in one over APPROVERS. It is read
 * once, at the start. Throws a ConfigError that lists everything that is wrong with the file, with line and column.
 */
export async function composePolicy(config: Config): Promise<ApprovalPolicy> {
  const policy = await findPolicy(config);
  return {
    routeFor: (facts) => chooseRoute(policy, facts),
    asksForTicket: hasTicketRule(policy),
  };
}

function hasTicketRule({ defaults, rules }: Policy): boolean {
  const ofRules = rules.map((rule) => 'ticket' in rule && rule.ticket);
  return [defaults.ticket, ...ofRules].some((ticket) => ticket !== undefined && ticket !== false);
}

async function findPolicy(config: Config): Promise<Policy> {
  const file = config.settings.APPROVAL_POLICY_FILE;
  if (file === undefined) {
    const { approvers } = await composeSettings(config);
    return defaultPolicy(approvers);
  }
  const read = readPolicy(await readText(file));
  if (read.kind === 'policy') {
    return read.policy;
  }
  const lines = errorLines(file, read.errors).map((line) => `  ${line}`);
  throw new ConfigError(
    `Wrong approval policy:\n${lines.join('\n')}\nThe file is described in docs/policy.md.`,
  );
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new ConfigError(
        `Wrong settings:\n  APPROVAL_POLICY_FILE: ${file} cannot be read (${String(error.code)})`,
        { cause: error },
      );
    }
    throw error;
  }
}
