import type { TurnContext } from 'botbuilder';
import type { Log } from '../domain/log.ts';
import { describeError } from './bot.ts';
import { invokeFailure } from './invoke-answers.ts';
import { readReader } from './turn.ts';

/** Whatever was forgotten elsewhere still gets an answer: an invoke without one would show as 501. */
export async function answerDefect(log: Log, context: TurnContext, error: unknown): Promise<void> {
  log.error({ activity: context.activity.type, ...describeError(error) }, 'a turn failed');
  const { chat } = readReader(context.activity).words;
  if (context.activity.type === 'invoke') {
    const failure = { statusCode: 500, code: 'ServiceError', text: chat.defect };
    const value = invokeFailure(context.activity.name, failure);
    await context.sendActivity({ type: 'invokeResponse', value });
    return;
  }
  if (context.activity.type === 'message') {
    await trySaying(log, context, chat.defect);
  }
}

async function trySaying(log: Log, context: TurnContext, words: string): Promise<void> {
  try {
    await context.sendActivity(words);
  } catch (error) {
    log.warn(describeError(error), 'nor could that be said');
  }
}
