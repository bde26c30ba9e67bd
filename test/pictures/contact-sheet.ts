/** A picture by the folder of its look and the name of its card. */
export interface Picture {
  readonly card: string;
  /** `en/light-480` */
  readonly look: string;
}

/** One page with all pictures: a row per card, its looks side by side. */
export function contactSheet(pictures: readonly Picture[]): string {
  const byCard = Map.groupBy(pictures, ({ card }) => card);
  const rows = [...byCard].map(([card, taken]) => {
    const figures = taken.map(({ look }) => figure(card, look));
    return `<section id="${card}"><h2>${card}</h2><div>${figures.join('')}</div></section>`;
  });
  const links = [...byCard.keys()].map((card) => `<a href="#${card}">${card}</a>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pictures of the cards</title>
<style>
  body { margin: 16px; font: 14px/20px system-ui, sans-serif; background: #e6e6e9; color: #242424 }
  nav { columns: 4 220px } nav a { display: block }
  h2 { position: sticky; top: 0; margin: 16px 0 4px; background: #e6e6e9 }
  section div { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; padding-bottom: 8px }
  figure { flex: none; margin: 0 } figcaption { font-size: 12px }
</style>
<h1>Pictures of the cards</h1>
<nav>${links.join('\n')}</nav>
${rows.join('\n')}
</html>
`;
}

function figure(card: string, look: string): string {
  const path = `${look}/${card}.png`;
  return `<figure><figcaption>${look}</figcaption><a href="${path}"><img loading="lazy" src="${path}" alt="${card}, ${look}"></a></figure>`;
}
