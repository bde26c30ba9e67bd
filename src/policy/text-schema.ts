import { z } from 'zod';
import {
  type ReaderLanguage,
  readerLanguages,
  type Translations,
  toPolicyText,
} from '../domain/policy-text.ts';

/** What people read: one text for everybody, or one for each of several languages. */
export function textOf(longest: number): z.ZodType<string, string | Translations> {
  const one = z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must be at most ${longest} characters`)
    // oxlint-disable-next-line no-control-regex -- exactly those are refused
    .regex(/^[^\u0000-\u0008\u000B-\u001F\u007F]*$/, 'must not have control characters');
  const each = z
    .strictObject({
      en: one.optional(),
      de: one.optional(),
      es: one.optional(),
      fr: one.optional(),
      ja: one.optional(),
      ar: one.optional(),
    } satisfies Record<ReaderLanguage, unknown>)
    .refine((texts) => Object.values(texts).some((text) => text !== undefined), {
      error: `must have a text for one of ${readerLanguages.join(', ')}`,
    })
    .transform(toPolicyText);
  return z.union([one, each], {
    error: `must be a text, or one for each language: ${readerLanguages.join(', ')}`,
  });
}
