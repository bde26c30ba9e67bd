import type { Element } from './ber.ts';
import { child, toText } from './ber.ts';
import { LdapError, resultCodes } from './ldap-error.ts';

/** A search filter as RFC 4511 §4.5.1.7 defines it. */
export type Filter =
  | { readonly kind: 'and'; readonly filters: readonly Filter[] }
  | { readonly kind: 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | AttributeFilter;

export type AttributeFilter =
  | { readonly kind: 'equal'; readonly attribute: string; readonly value: Buffer }
  | { readonly kind: 'present'; readonly attribute: string }
  | { readonly kind: 'substrings'; readonly attribute: string; readonly pattern: RegExp }
  | { readonly kind: 'at-least' | 'at-most'; readonly attribute: string; readonly value: Buffer }
  | { readonly kind: 'all-bits' | 'in-chain'; readonly attribute: string; readonly value: Buffer };

const rules: Readonly<Record<string, 'all-bits' | 'in-chain'>> = {
  '1.2.840.113556.1.4.803': 'all-bits',
  '1.2.840.113556.1.4.1941': 'in-chain',
};

/** Throws protocolError, or inappropriateMatching for a matching rule that is not offered. */
export function toFilter(element: Element): Filter {
  switch (element.tag) {
    case 0xa0:
      return { kind: 'and', filters: element.children.map(toFilter) };
    case 0xa1:
      return { kind: 'or', filters: element.children.map(toFilter) };
    case 0xa2:
      return { kind: 'not', filter: toFilter(child(element, 0)) };
    case 0xa3:
      return { kind: 'equal', ...toAssertion(element) };
    case 0xa4:
      return toSubstrings(element);
    case 0xa5:
      return { kind: 'at-least', ...toAssertion(element) };
    case 0xa6:
      return { kind: 'at-most', ...toAssertion(element) };
    case 0x87:
      return { kind: 'present', attribute: toText(element) };
    case 0xa9:
      return toExtensible(element);
    default:
      throw new LdapError(resultCodes.protocolError, 'the filter is not understood');
  }
}

function toAssertion(element: Element): { readonly attribute: string; readonly value: Buffer } {
  return { attribute: toText(child(element, 0)), value: child(element, 1).content };
}

function toSubstrings(element: Element): Filter {
  let pattern = '';
  for (const part of child(element, 1).children) {
    const text = escapePattern(toText(part));
    if (part.tag === 0x80) {
      pattern += `^${text}`;
    } else {
      pattern += part.tag === 0x82 ? `.*${text}$` : `.*${text}`;
    }
  }
  return {
    kind: 'substrings',
    attribute: toText(child(element, 0)),
    pattern: new RegExp(pattern, 'isu'),
  };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

function toExtensible(element: Element): Filter {
  const parts = new Map(element.children.map((part) => [part.tag, part.content]));
  const kind = rules[parts.get(0x81)?.toString('utf8') ?? ''];
  const attribute = parts.get(0x82)?.toString('utf8');
  const value = parts.get(0x83);
  if (kind === undefined || attribute === undefined || value === undefined) {
    throw new LdapError(resultCodes.inappropriateMatching, 'the matching rule is not offered');
  }
  return { kind, attribute, value };
}
