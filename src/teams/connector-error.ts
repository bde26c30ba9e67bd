/** What the Bot Connector answered, or that it did not (`status` undefined: timeout, reset, refused, no token). */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly status: number | undefined;
  /** The error code of Teams, such as `BotNotInConversationRoster`. */
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(answer: Pick<ConnectorError, 'status' | 'code' | 'retryAfterMs'>, cause: unknown) {
    super(`The Bot Connector answered ${answer.status ?? 'nothing'} ${answer.code ?? ''}`.trim(), {
      cause,
    });
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfterMs = answer.retryAfterMs;
  }
}
