import { setUpRenderer } from './adaptive-cards.ts';
import { ask, listen } from './api.ts';
import { CatchUp } from './catch-up.ts';
import { ChatScreen } from './chat-screen.ts';
import { ClockView } from './clock-view.ts';
import { byId, element } from './dom.ts';
import { icon } from './icons.ts';
import type { LiveEvent, PagePerson, World } from './protocol.ts';
import { drawPicker, drawRail } from './rail.ts';
import { themeToggle } from './theme.ts';
import { closeListsOutside } from './typeahead.ts';
import { addressOf, chatName, chatOf, type View, viewFromAddress } from './view.ts';

/** The whole page: who is looking at what, and everything that follows from it. */
class Page {
  readonly #hostConfig = setUpRenderer();
  readonly #catchUp = new CatchUp<LiveEvent>((event) => this.#show(event));
  readonly #line = element('span', { class: 'line', attributes: { role: 'status' } });
  #view: View;
  #world: World;
  #clock: ClockView;
  #screen: ChatScreen;

  constructor(view: View, world: World) {
    this.#view = view;
    this.#world = world;
    this.#clock = new ClockView(world.clock, findPerson(world, view.as));
    const brand = element('div', { class: 'brand' }, [
      element('span', { class: 'avatar bot' }, [icon('writeback')]),
      element('span', { class: 'brand-name', text: world.botName }),
      element('span', { class: 'brand-kind', text: 'sandbox' }),
    ]);
    byId('strip').replaceChildren(brand, this.#clock.element, this.#line, themeToggle());
    this.#screen = this.#draw();
  }

  /** Shows another person or another chat. */
  async go(view: View): Promise<void> {
    if (view.as === this.#view.as) {
      await this.#enter(view);
      return;
    }
    const isShown = await this.#catchUp.read(ask('world', { as: view.as }), (world) => {
      this.#world = world;
      this.#view = view;
    });
    if (isShown) {
      await this.#enter(view);
    }
  }

  onVisible(): void {
    void this.#screen.markRead();
  }

  listen(): void {
    listen({
      onEvent: (event) => this.#onEvent(event),
      onLine: (connected) => {
        this.#line.textContent = connected ? '' : 'The sandbox is gone. Waiting…';
        if (connected) {
          void this.#screen.load();
          void this.#readWorld();
        }
      },
    });
  }

  async #enter(view: View): Promise<void> {
    this.#view = view;
    this.#screen = this.#draw();
    await this.#screen.load();
  }

  /** Takes what has changed while there was no line; what has not changed stands, with what is typed into it. */
  async #readWorld(): Promise<void> {
    await this.#catchUp.read(ask('world', { as: this.#view.as }), ({ people, unread, clock }) => {
      this.#show({ kind: 'clock', clock });
      this.#show({ kind: 'unread', unread });
      this.#show({ kind: 'people', people });
    });
  }

  #draw(): ChatScreen {
    const person = findPerson(this.#world, this.#view.as);
    const chat = chatOf(this.#world, this.#view);
    this.#clock.lookAs(person);
    this.#view = { as: this.#view.as, chat: chatName(chat.kind) };
    const screen = new ChatScreen({
      world: this.#world,
      person,
      chat,
      hostConfig: this.#hostConfig,
    });
    byId('chat').replaceChildren(screen.element);
    document.title = `${person.name} · ${chat.name}`;
    this.#drawRail();
    return screen;
  }

  #drawRail(): void {
    const focused = document.activeElement?.getAttribute('href');
    byId('rail').replaceChildren(
      drawRail(this.#world, this.#view, (view) => visit(this, view)),
      drawPicker(this.#world, this.#view, (view) => visit(this, view)),
    );
    if (typeof focused === 'string') {
      byId('rail')
        .querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)
        ?.focus();
    }
  }

  #onEvent(event: LiveEvent): void {
    this.#screen.onEvent(event);
    this.#catchUp.hear(event);
  }

  #show(event: LiveEvent): void {
    if (event.kind === 'clock') {
      this.#clock.show(event.clock);
    } else if (
      event.kind === 'unread' &&
      JSON.stringify(event.unread) !== JSON.stringify(this.#world.unread)
    ) {
      this.#world = { ...this.#world, unread: event.unread };
      this.#drawRail();
    } else if (
      event.kind === 'people' &&
      JSON.stringify(event.people) !== JSON.stringify(this.#world.people)
    ) {
      this.#world = { ...this.#world, people: event.people };
      void this.go(this.#view);
    }
  }
}

function findPerson(world: World, key: string): PagePerson {
  const person = world.people.find((candidate) => candidate.key === key);
  if (person === undefined) {
    throw new Error(`Nobody is called ${key}.`);
  }
  return person;
}

function visit(page: Page, view: View): void {
  history.pushState(undefined, '', addressOf(view));
  void page.go(view);
}

async function start(): Promise<void> {
  const view = viewFromAddress(location.href);
  const page = await open(view);
  page.listen();
  closeListsOutside(document);
  window.addEventListener('popstate', () => void page.go(viewFromAddress(location.href)));
  document.addEventListener('visibilitychange', () => page.onVisible());
}

/** An address that names nobody leads to the first person. */
async function open(view: View): Promise<Page> {
  try {
    return new Page(view, await ask('world', { as: view.as }));
  } catch (error) {
    const first = viewFromAddress(location.pathname, location.origin);
    if (view.as === first.as) {
      throw error;
    }
    history.replaceState(undefined, '', addressOf(first));
    return open(first);
  }
}

await start();
