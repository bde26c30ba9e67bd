/** What one step found or changed; `value` is what later steps need. */
export interface StepResult<T> {
  readonly changed: boolean;
  /** One sentence for the audit and the log, in the past tense; cards say it in the reader's language. */
  readonly summary: string;
  /** The name of what was picked or made, as Entra has it, where it is not certain from the plan. */
  readonly subject?: string;
  readonly value: T;
}
