interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

/** Builds one element; text goes in as text, never as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  parts: Parts = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const built = document.createElement(tag);
  if (parts.class !== undefined) {
    built.className = parts.class;
  }
  if (parts.text !== undefined) {
    built.textContent = parts.text;
  }
  for (const [name, value] of Object.entries(parts.attributes ?? {})) {
    built.setAttribute(name, value);
  }
  if (parts.onClick !== undefined) {
    built.addEventListener('click', parts.onClick);
  }
  built.append(...children);
  return built;
}

/** A name somebody chose: its direction is its own and does not turn the words around it. */
export function nameElement(name: string, className = 'name'): HTMLElement {
  return element('bdi', { class: className, text: name, attributes: { dir: 'auto' } });
}

/** Finds an element that index.html promises. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`index.html has no #${id}.`);
  }
  return found;
}
