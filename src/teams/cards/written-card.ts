import type { AdaptiveCard } from './elements.ts';

const texts = new WeakMap<object, string>();

/** A card as JSON, written once: to know its size, and to send it. */
export function writtenCard(card: AdaptiveCard): string {
  const known = texts.get(card);
  if (known !== undefined) {
    return known;
  }
  const text = JSON.stringify(card);
  texts.set(card, text);
  return text;
}

/**
 * The body of an answer as JSON in UTF-8. A card that is its `value`, as the Universal Action model has it, was written
 * before and comes last.
 */
export function writeBody(body: unknown): Buffer {
  const card = isRecord(body) ? findWritten(body['value']) : undefined;
  if (!isRecord(body) || card === undefined) {
    return Buffer.from(JSON.stringify(body));
  }
  const { value: _value, ...others } = body;
  const head = JSON.stringify({ ...others, value: null }).slice(0, -'null}'.length);
  return Buffer.concat([Buffer.from(head), Buffer.from(card), Buffer.from('}')]);
}

function findWritten(value: unknown): string | undefined {
  return isRecord(value) ? texts.get(value) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
