import { badRequest, refuse } from './refusal.ts';

/** The query options of a request, decoded. */
export interface Query {
  readonly select?: readonly string[];
  readonly expand?: readonly Expansion[];
  readonly filter?: string;
  readonly search?: string;
  readonly orderby?: string;
  readonly top?: number;
  readonly skiptoken?: string;
  readonly count: boolean;
  /** The options as they came, for the next link. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
}

export interface Expansion {
  readonly name: string;
  readonly select?: readonly string[];
  readonly expand?: readonly Expansion[];
}

const emptyQuery: Query = { count: false, pairs: [] };
const knownOptions = new Set([
  '$select',
  '$expand',
  '$filter',
  '$search',
  '$orderby',
  '$top',
  '$skiptoken',
  '$count',
  '$skip',
  '$format',
]);

/** Reads what follows the question mark. Refuses, as Graph does, options it does not know. */
export function parseQuery(text: string): Query {
  if (text === '') {
    return emptyQuery;
  }
  const pairs = text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => toPair(part));
  const options = new Map(pairs);
  const select = options.get('$select');
  const expand = options.get('$expand');
  const top = options.get('$top');
  return {
    ...optional('filter', options.get('$filter')),
    ...optional('search', readSearch(options.get('$search'))),
    ...optional('orderby', options.get('$orderby')),
    ...optional('skiptoken', options.get('$skiptoken')),
    ...(select === undefined ? {} : { select: toNames(select) }),
    ...(expand === undefined ? {} : { expand: parseExpand(expand) }),
    ...(top === undefined ? {} : { top: toTop(top) }),
    count: options.get('$count')?.toLowerCase() === 'true',
    pairs,
  };
}

function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): Partial<Record<Name, string>> {
  const found: Partial<Record<string, string>> = value === undefined ? {} : { [name]: value };
  return found;
}

function toPair(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  const name = decode(at < 0 ? part : part.slice(0, at));
  if (at < 0 || !knownOptions.has(name)) {
    throw badRequest(`Unrecognized query argument specified: '${at < 0 ? '' : name}'.`);
  }
  return [name, decode(part.slice(at + 1))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw refuse(400, 'BadRequest', 'The request URI is not properly encoded.');
  }
}

/** The directory decodes `$search` twice and trips over what is not encoded twice: a known issue of the service. */
function readSearch(value: string | undefined): string | undefined {
  if (value !== undefined && /[&#+]/.test(value)) {
    throw badRequest("Unrecognized query argument specified: ''.");
  }
  return value === undefined ? undefined : decode(value);
}

function toNames(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}

function toTop(text: string): number {
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1 || top > 999) {
    throw badRequest(
      `Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`,
    );
  }
  return top;
}

/** Reads `a,b($select=id;$expand=c)`. */
function parseExpand(text: string): readonly Expansion[] {
  return splitOutside(text, ',').map((item) => {
    const match = /^\s*([\w.]+)\s*(?:\((.*)\))?\s*$/s.exec(item);
    if (match?.[1] === undefined) {
      throw refuse(
        400,
        'BadRequest',
        `Parsing OData Select and Expand failed: '${item}' is not understood.`,
      );
    }
    return { name: match[1], ...parseInner(match[2] ?? '') };
  });
}

function parseInner(text: string): Partial<Expansion> {
  const found: { select?: readonly string[]; expand?: readonly Expansion[] } = {};
  for (const option of splitOutside(text, ';')) {
    const at = option.indexOf('=');
    const value = option.slice(at + 1);
    switch (option.slice(0, at).trim()) {
      case '$select':
        found.select = toNames(value);
        break;
      case '$expand':
        found.expand = parseExpand(value);
        break;
      case '':
        break;
      default:
        throw refuse(
          400,
          'BadRequest',
          `Parsing OData Select and Expand failed: '${option}' is not understood.`,
        );
    }
  }
  return found;
}

function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
    } else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== '');
}
