import type { Types } from './adaptive-cards.ts';
import { element, nameElement } from './dom.ts';
import type { Choice } from './protocol.ts';

/**
 * A choice set with a search of which several can be chosen, as the people picker of Teams: what is chosen stands as
 * chips above the box, and the box is free for the next. The renderer knows only single ones.
 */
export class SeveralChoices {
  readonly #chosen = new Map<string, string>();
  readonly #chips = element('div', { class: 'chosen', attributes: { role: 'list' } });
  readonly #box: HTMLInputElement;
  readonly #find: (title: string) => string | undefined;

  constructor(
    set: Types.ChoiceSetInput,
    box: HTMLInputElement,
    find: (title: string) => string | undefined,
  ) {
    this.#box = box;
    this.#find = find;
    this.#chips.setAttribute('aria-label', `${set.label ?? ''}: chosen`);
    // The renderer takes a set of several for a list of check boxes and would find the box invalid.
    set.isMultiSelect = false;
    // Between the label and the row in which the renderer places the box.
    const row = box.closest('.ac-choiceSetInput-filtered-container')?.parentElement;
    (row ?? set.renderedElement)?.before(this.#chips);
    // The renderer puts a title into the box in the click itself.
    set.renderedElement?.addEventListener('click', () => this.#take());
    this.#draw();
  }

  /** What stands on the card already. */
  preset(choices: readonly Choice[]): void {
    for (const { title, value } of choices) {
      this.#chosen.set(value, title);
    }
    this.#box.value = '';
    this.#draw();
  }

  /** As Teams sends it. */
  get values(): string {
    // Typed to its end without a click in the list.
    this.#take();
    return [...this.#chosen.keys()].join(',');
  }

  #take(): void {
    const title = this.#box.value;
    const value = title === '' ? undefined : this.#find(title);
    if (value !== undefined) {
      this.#chosen.set(value, title);
      this.#box.value = '';
      this.#draw();
    }
  }

  #draw(): void {
    this.#chips.hidden = this.#chosen.size === 0;
    this.#chips.replaceChildren(
      ...[...this.#chosen].map(([value, title]) =>
        element('span', { class: 'chip', attributes: { role: 'listitem' } }, [
          nameElement(title),
          this.#removal(value, title),
        ]),
      ),
    );
  }

  #removal(value: string, title: string): HTMLElement {
    return element('button', {
      class: 'chip-remove',
      text: '×',
      attributes: { type: 'button', 'aria-label': `Remove ${title}` },
      onClick: () => {
        this.#chosen.delete(value);
        this.#draw();
        this.#box.focus();
      },
    });
  }
}
