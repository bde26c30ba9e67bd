import { LdapError, resultCodes } from './ldap-error.ts';

export interface RelativeName {
  readonly type: string;
  /** The value without escapes. */
  readonly value: string;
}

/** The relative names of a DN, its own first. Throws invalidDNSyntax. */
export function parseDn(dn: string): readonly RelativeName[] {
  return dn.trim() === '' ? [] : splitUnescaped(dn).map(parseRelativeName);
}

/** The text Active Directory would answer with: escapes of RFC 4514, nothing around separators. */
export function formatDn(names: readonly RelativeName[]): string {
  return names.map(({ type, value }) => `${type}=${escapeRdnValue(value)}`).join(',');
}

/** A filter of many DNs asks for each of them again with every entry. */
const recentKeys = new Map<string, string>();
const mostRecentKeys = 2000;

/** Equal for every spelling of the same DN: case, spaces around separators and kind of escape do not count. */
export function dnKey(dn: string): string {
  const known = recentKeys.get(dn);
  if (known !== undefined) {
    return known;
  }
  const key = formatDn(parseDn(dn)).toLowerCase();
  if (recentKeys.size >= mostRecentKeys) {
    recentKeys.clear();
  }
  recentKeys.set(dn, key);
  return key;
}

/** RFC 4514 §2.4. */
export function escapeRdnValue(value: string): string {
  const escaped = value
    .replace(/[\\,+"<>;=]/g, String.raw`\$&`)
    .replaceAll('\0', String.raw`\00`)
    .replaceAll('\r', String.raw`\0D`)
    .replaceAll('\n', String.raw`\0A`)
    .replace(/^[ #]/, String.raw`\$&`);
  // Asked of the value itself: a backslash in front of the last space may be one of its own.
  const endsInSpace = value.length > 1 && value.endsWith(' ');
  return endsInSpace ? `${escaped.slice(0, -1)}\\ ` : escaped;
}

function splitUnescaped(dn: string): readonly string[] {
  const parts: string[] = [];
  let current = '';
  for (let index = 0; index < dn.length; index += 1) {
    const character = dn.charAt(index);
    if (character === ',') {
      parts.push(current);
      current = '';
      continue;
    }
    if (character === '\\') {
      current += character;
      index += 1;
    }
    current += dn.charAt(index);
  }
  return [...parts, current];
}

/** Only the plain space may stand around a separator; any other white space belongs to the value. */
function parseRelativeName(text: string): RelativeName {
  const [, type, raw] = /^ *([a-z][a-z0-9-]*) *= *((?:\\[\s\S]|[^\\])*?) *$/i.exec(text) ?? [];
  if (type === undefined || raw === undefined || raw === '') {
    throw new LdapError(
      resultCodes.invalidDnSyntax,
      '0000208F: NameErr: DSID-03100225, problem 2006 (BAD_NAME), data 8350',
    );
  }
  return { type, value: unescape(raw) };
}

function unescape(raw: string): string {
  const bytes: Buffer[] = [];
  for (const [token] of raw.matchAll(/\\[0-9a-f]{2}|\\[\s\S]|[^\\]+/gi)) {
    if (/^\\[0-9a-f]{2}$/i.test(token)) {
      bytes.push(Buffer.from(token.slice(1), 'hex'));
    } else {
      bytes.push(Buffer.from(token.startsWith('\\') ? token.slice(1) : token));
    }
  }
  return Buffer.concat(bytes).toString('utf8');
}
