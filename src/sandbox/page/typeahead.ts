import { cards, type Types } from './adaptive-cards.ts';
import type { Choice } from './protocol.ts';
import { SeveralChoices } from './several-choices.ts';

/**
 * The renderer sends what stands in a dynamic choice set as text. Teams sends the value of the choice, and nothing for
 * text that was never chosen; this memory of what searches offered makes up for it.
 */
export class OfferedChoices {
  readonly #values = new Map<string, string>();
  /** By the id of the input, for the card that is shown. */
  #several = new Map<string, SeveralChoices>();

  remember(choices: readonly Choice[]): void {
    for (const { title, value } of choices) {
      this.#values.set(title, value);
    }
  }

  /** Replaces the texts of dynamic choice sets in an action's data by the values chosen. */
  resolve(card: Types.AdaptiveCard | undefined, data: unknown): Readonly<Record<string, unknown>> {
    const resolved: Record<string, unknown> = { ...(typeof data === 'object' ? data : {}) };
    for (const set of dynamicSets(card)) {
      const { id = '' } = set;
      const value = this.#several.get(id)?.values ?? this.#valueOf(set, resolved[id]);
      if (value === undefined) {
        delete resolved[id];
      } else {
        resolved[id] = value;
      }
    }
    return resolved;
  }

  #valueOf({ choices }: Types.ChoiceSetInput, sent: unknown): unknown {
    const isValue = typeof sent !== 'string' || choices.some(({ value }) => value === sent);
    return isValue ? sent : this.#values.get(sent);
  }

  /**
   * Sets right what the renderer leaves wrong in a dynamic choice set: it shows a preset value instead of its title and
   * then finds it invalid, says nothing about a text that is no choice, and labels the box around the field.
   */
  prepare(card: Types.AdaptiveCard | undefined, known: readonly Choice[]): void {
    this.remember(known);
    this.#several = new Map();
    for (const set of dynamicSets(card)) {
      set.errorMessage ??= 'Choose one from the list.';
      const choices = set.choices.map(({ title = '', value = '' }) => ({ title, value }));
      this.remember(choices);
      this.#judgeByOffers(set);
      const box = set.renderedElement?.querySelector('input');
      if (box instanceof HTMLInputElement) {
        takeLabel(box);
      }
      if (set.isMultiSelect && box instanceof HTMLInputElement) {
        this.#letSeveral(set, box, [...choices, ...known]);
        continue;
      }
      const preset = [...choices, ...known].find(({ value }) => value === set.defaultValue);
      if (preset !== undefined && box instanceof HTMLInputElement) {
        box.value = preset.title;
        set.renderChoices(preset.title, [preset]);
      }
    }
  }

  /**
   * The renderer knows only what the last search found, and does not notice a click in its list: what was chosen would
   * be called wrong, and a complaint would stay below it.
   */
  #judgeByOffers(set: Types.ChoiceSetInput): void {
    set.isValid = () => {
      const { value = '', placeholder } = set;
      const isChoice = set.choices.some((choice) => choice.value === value);
      return value === '' || value === placeholder || isChoice || this.#values.has(value);
    };
    set.renderedElement?.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('.ac-choiceSetInput-choice') !== null) {
        set.validateValue();
      }
    });
  }

  #letSeveral(set: Types.ChoiceSetInput, box: HTMLInputElement, known: readonly Choice[]): void {
    const several = new SeveralChoices(set, box, (title) => this.#values.get(title));
    const preset = (set.defaultValue ?? '').split(',').filter((value) => value !== '');
    several.preset(
      preset.map(
        (value) => known.find((choice) => choice.value === value) ?? { title: value, value },
      ),
    );
    this.#several.set(set.id ?? '', several);
  }
}

function takeLabel(box: HTMLInputElement): void {
  const around = box.closest('[aria-labelledby]');
  const labelledBy = around?.getAttribute('aria-labelledby');
  if (around instanceof HTMLElement && typeof labelledBy === 'string') {
    box.setAttribute('aria-labelledby', labelledBy);
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    around.removeAttribute('aria-labelledby');
    box.id = around.id;
    around.removeAttribute('id');
    tellOfList(box, around);
  }
}

/** Lets a screen reader know that there is a list of choices, whether it is open, and what stands in it. */
function tellOfList(box: HTMLInputElement, around: HTMLElement): void {
  const list = around.querySelector('.ac-choiceSetInput-filtered-dropdown');
  if (list === null) {
    return;
  }
  list.id = `${box.id}-choices`;
  box.setAttribute('aria-controls', list.id);
  function tell(): void {
    const isOpen = list?.classList.contains('ac-choiceSetInput-filtered-dropdown-open') === true;
    box.setAttribute('aria-expanded', String(isOpen));
    const choices = list?.querySelectorAll('.ac-choiceSetInput-choice') ?? [];
    for (const choice of choices) {
      choice.setAttribute('role', 'option');
    }
    list?.setAttribute('role', choices.length === 0 ? 'status' : 'listbox');
  }
  new MutationObserver(tell).observe(list, {
    attributeFilter: ['class'],
    childList: true,
    subtree: true,
  });
  tell();
}

function dynamicSets(card: Types.AdaptiveCard | undefined): readonly Types.ChoiceSetInput[] {
  const inputs = card?.getAllInputs(true) ?? [];
  return inputs
    .filter((input) => input instanceof cards.ChoiceSetInput)
    .filter((set) => set.isDynamicTypeahead());
}

/** Closes open lists of choices when somebody clicks elsewhere, tabs on or presses Escape. */
export function closeListsOutside(root: Document): void {
  root.addEventListener('pointerdown', (event) => closeLists(root, event.target));
  root.addEventListener('focusin', (event) => closeLists(root, event.target));
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      closeLists(root, null);
    }
  });
}

function closeLists(root: Document, touched: EventTarget | null): void {
  for (const list of root.querySelectorAll('.ac-choiceSetInput-filtered-dropdown-open')) {
    const inside = touched instanceof Node && list.parentElement?.contains(touched) === true;
    if (!inside) {
      list.classList.remove('ac-choiceSetInput-filtered-dropdown-open');
    }
  }
}
