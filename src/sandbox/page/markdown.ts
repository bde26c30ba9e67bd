const inlinePattern = new RegExp(
  [
    String.raw`\\(?<escaped>[\\\x60*_{}[\]()#+\-.!~<>|])`,
    String.raw`\[(?<label>(?:\\.|[^\]\\\n])+)\]\((?<url>[^)\s]+)\)`,
    String.raw`\*\*(?<bold>(?:\\.|[^\\])+?)\*\*`,
    String.raw`(?<![\w*])\*(?<star>[^*\s](?:\\.|[^*\\\n])*?)\*(?![\w*])`,
    String.raw`(?<!\w)_(?<under>[^_\s](?:\\.|[^_\\\n])*?)_(?!\w)`,
    String.raw`<at>(?<mention>.+?)</at>`,
  ].join('|'),
  'gu',
);
const bullet = /^\s*[-*+]\s+/u;
const numbered = /^\s*\d+[.)]\s+/u;

/**
 * The Markdown that Teams draws in cards and bot messages: bold, italic, links and lists; everything else, HTML above
 * all, stays text. Mentions (`<at>…</at>`) are marked.
 */
export function renderMarkdown(text: string): string {
  const blocks: string[] = [];
  let lines: string[] = [];
  let tag = 'p';
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const next = tagOf(line);
    if (next !== tag || line.trim() === '') {
      blocks.push(renderBlock(tag, lines));
      lines = [];
    }
    tag = next;
    lines.push(line);
  }
  blocks.push(renderBlock(tag, lines));
  return blocks.join('');
}

function tagOf(line: string): string {
  if (bullet.test(line)) {
    return 'ul';
  }
  return numbered.test(line) ? 'ol' : 'p';
}

function renderBlock(tag: string, lines: readonly string[]): string {
  const full = lines.filter((line) => line.trim() !== '');
  if (full.length === 0) {
    return '';
  }
  if (tag === 'p') {
    return `<p>${full.map(renderInline).join('<br>')}</p>`;
  }
  const items = full.map(
    (line) => `<li>${renderInline(line.replace(tag === 'ul' ? bullet : numbered, ''))}</li>`,
  );
  return `<${tag}>${items.join('')}</${tag}>`;
}

function renderInline(text: string): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(inlinePattern)) {
    html += escapeHtml(text.slice(done, match.index)) + renderMatch(match[0], match.groups ?? {});
    done = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(done));
}

function renderMatch(source: string, groups: Readonly<Record<string, string | undefined>>): string {
  const { escaped, label, url, bold, mention } = groups;
  const italic = groups['star'] ?? groups['under'];
  if (escaped !== undefined) {
    return escapeHtml(escaped);
  }
  if (label !== undefined && url !== undefined) {
    return renderLink(source, label, url);
  }
  if (bold !== undefined) {
    return `<strong>${renderInline(bold)}</strong>`;
  }
  if (italic !== undefined) {
    return `<em>${renderInline(italic)}</em>`;
  }
  return `<span class="mention">${escapeHtml(mention ?? source)}</span>`;
}

function renderLink(source: string, label: string, url: string): string {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(url)) {
    return escapeHtml(source);
  }
  return `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${renderInline(label)}</a>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
