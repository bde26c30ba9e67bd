import type { Activity } from './activities.ts';

/**
 * What the bot's endpoint answered to an activity. Where no answer came the status is the one a gateway would give:
 * 502 when nothing listens, 504 when the bot took longer than Teams waits, and 0 when nothing was sent at all,
 * because the message did not mention the bot.
 */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** How long Teams waits for the bot, in real milliseconds (the 15 seconds of bot-basics). */
const patience = 15_000;

/** Posts one activity to the bot; never throws. */
export async function deliver(endpoint: () => string, activity: Activity): Promise<HttpAnswer> {
  try {
    const response = await fetch(endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, body: parse(await response.text()) };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return { status: late ? 504 : 502, body: undefined };
  }
}

export function isAccepted(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

function parse(text: string): unknown {
  if (text === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
