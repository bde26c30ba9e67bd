import type { en } from './en/en.ts';

/**
 * Every text of the product in one language. Texts that go into a card take arguments that are escaped already. A
 * language has exactly the shape of the English; only what is written differs.
 */
export type Words = Widened<typeof en>;

type Widened<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : T extends (...given: infer Given) => string
      ? (...given: Given) => string
      : { readonly [Key in keyof T]: Widened<T[Key]> };
