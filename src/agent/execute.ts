import { type AgentJob, AgentOutcome, type AgentVerb } from '../domain/agent-protocol.ts';
import type { Log } from '../domain/log.ts';
import type { OnPremDirectory, SyncStart } from '../domain/ports.ts';
import { isProblem } from '../domain/problem.ts';
import type { SyncScript } from './sync-script.ts';

/** What this agent can do; undefined parts are not offered to the bot. */
export interface Abilities {
  readonly directory: OnPremDirectory | undefined;
  readonly sync:
    | {
        readonly status: SyncScript['status'];
        /** Once per job id. */
        readonly startDelta: (jobId: string) => Promise<SyncStart>;
      }
    | undefined;
}

export function verbsOf({ directory, sync }: Abilities): AgentVerb[] {
  const ofDirectory: AgentVerb[] = directory === undefined ? [] : ['membership.check'];
  const ofSync: AgentVerb[] = sync === undefined ? [] : ['sync.status', 'sync.startDelta'];
  return [...ofDirectory, ...ofSync];
}

/** Does what is asked. What goes wrong is an outcome too, never an exception; a defect keeps its text to the log. */
export async function execute(
  abilities: Abilities,
  job: AgentJob,
  log: Log,
): Promise<AgentOutcome> {
  try {
    return AgentOutcome.parse(toJson(await run(abilities, job)));
  } catch (error) {
    log.error({ job: job.id, error }, 'a job failed');
    return toFailure(error);
  }
}

/** As the bot will read it, so that nothing is sent that it must refuse. */
function toJson(outcome: AgentOutcome): unknown {
  const json: unknown = JSON.parse(JSON.stringify(outcome));
  return json;
}

function toFailure(error: unknown): AgentOutcome {
  if (isProblem(error)) {
    const { code, detail } = error;
    const outcome = AgentOutcome.safeParse({ kind: 'failed', code, detail: detail.slice(0, 2000) });
    if (outcome.success) {
      return outcome.data;
    }
  }
  return { kind: 'failed', code: 'defect', detail: 'the agent failed; its log says why' };
}

async function run(
  { directory, sync }: Abilities,
  { id, question }: AgentJob,
): Promise<AgentOutcome> {
  switch (question.verb) {
    case 'membership.check': {
      const verdicts = await able(directory).check(question.pairs);
      return {
        kind: question.verb,
        verdicts: verdicts.filter((verdict) => verdict.state !== 'not-verifiable'),
      };
    }
    case 'sync.status':
      return { kind: question.verb, status: await able(sync).status() };
    case 'sync.startDelta':
      return { kind: question.verb, start: await able(sync).startDelta(id) };
  }
}

function able<T>(part: T | undefined): T {
  if (part === undefined) {
    throw new Error('the bot asked for something that was not offered');
  }
  return part;
}
