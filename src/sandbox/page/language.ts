import { ask } from './api.ts';
import { element } from './dom.ts';
import type { PagePerson, World } from './protocol.ts';

const nameOf = new Intl.DisplayNames('en', { type: 'language' });

/** In which language the person has their Teams; the bot hears of it with whatever they do next. */
export function languageSelector(world: World, person: PagePerson): HTMLElement {
  const select = element('select', {
    class: 'language',
    attributes: { 'aria-label': `Language of ${person.name}` },
  });
  for (const locale of world.locales) {
    const name = nameOf.of(locale) ?? locale;
    select.append(element('option', { text: name, attributes: { value: locale } }));
  }
  select.value = person.locale;
  select.addEventListener(
    'change',
    () => void ask('locale', { as: person.key, locale: select.value }),
  );
  return select;
}
