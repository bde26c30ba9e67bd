/**
 * Whether a display name is as the pattern says; `*` stands for any text. Letter case, the width of letters,
 * invisible characters and the number of blanks do not count, so that a name that looks the same is the same.
 */
export function matchesWildcard(pattern: string, name: string): boolean {
  const [first = '', ...rest] = toPlain(pattern).split('*');
  const text = toPlain(name);
  const last = rest.pop();
  if (last === undefined) {
    return text === first;
  }
  if (!text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  const end = text.length - last.length;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found === -1) {
      return false;
    }
    from = found + part.length;
  }
  return from <= end;
}

/** NFKC makes a full-width letter the usual one; another star must not become a wildcard by that. */
function toPlain(text: string): string {
  return text
    .replaceAll(/[＊﹡]/gu, '∗')
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
