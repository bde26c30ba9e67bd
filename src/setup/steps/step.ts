/** What one step found or changed; `value` is what later steps need. */
export interface StepResult<T> {
  readonly changed: boolean;
  /** One sentence for the card, in the past tense. */
  readonly summary: string;
  readonly value: T;
}
