/**
 * What the reader is told about a problem: what happened to `subject`, which is escaped already, and what it means
 * and who can do what next. Who that is stands in domain/advice.ts.
 */
export interface Advice {
  readonly happened: (subject: string) => string;
  readonly next: string;
  /** Where the same words read wrong on a request that was approved and has stopped. */
  readonly whenFailed?: {
    readonly happened?: (subject: string) => string;
    readonly next: string;
  };
}
