const longest = 8000;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What a message of Teams says, which comes as HTML; only for putting it into a field, never to be shown as HTML. */
export function plainText(html: string): string {
  return html
    .slice(0, longest)
    .toWellFormed()
    .replaceAll(/<\/?(?:p|div|br|li|tr|h[1-6])\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, decode)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n\s*/g, '\n')
    .trim();
}

// oxlint-disable-next-line max-params -- what String.replace hands over
function decode(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) {
    return entities[name.toLowerCase()] ?? whole;
  }
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : whole;
}
