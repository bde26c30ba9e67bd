const codes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  // https://www.postgresql.org/docs/current/errcodes-appendix.html: connection exceptions, shut down, starting up
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57P01',
  '57P02',
  '57P03',
]);

/** The driver gives these no code. */
const messages: readonly RegExp[] = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect$/,
  /^Client has encountered a connection error/,
];

/** Whether the error says that PostgreSQL cannot be reached now, so that the same may succeed later. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  if ('code' in error && typeof error.code === 'string' && codes.has(error.code)) {
    return true;
  }
  if (error instanceof AggregateError && error.errors.some(isDatabaseGone)) {
    return true;
  }
  return messages.some((message) => message.test(error.message)) || isDatabaseGone(error.cause);
}
