import { cards, type Types } from './adaptive-cards.ts';
import { ask } from './api.ts';
import { cardFor } from './card-payload.ts';
import { type Region, withDates } from './dates.ts';
import { element } from './dom.ts';
import type { ActionCommand, Choice, DialogOutcome } from './protocol.ts';
import { OfferedChoices } from './typeahead.ts';

export interface DialogSetting {
  readonly command: ActionCommand;
  /** The message on which it was chosen; undefined: in the box to write in. */
  readonly messageId: string | undefined;
  readonly personKey: string;
  readonly teamsId: string;
  readonly conversationId: string;
  readonly hostConfig: Types.HostConfig;
  readonly region: Region;
  /** Everybody, as the people picker names them. */
  readonly everybody: readonly Choice[];
}

/** The dialog of an action command: the bot's card in a window over the page, until it is closed. */
export class DialogView {
  readonly #setting: DialogSetting;
  readonly #window = element('dialog', {
    class: 'bot-dialog',
    attributes: { 'aria-labelledby': 'bot-dialog-title' },
  });
  readonly #title = element('h2', {
    class: 'dialog-title',
    attributes: { id: 'bot-dialog-title' },
  });
  readonly #body = element('div', { class: 'dialog-body' });
  readonly #notice = element('div', { class: 'card-notice error', attributes: { role: 'alert' } });
  readonly #offered = new OfferedChoices();

  constructor(setting: DialogSetting) {
    this.#setting = setting;
    const close = element('button', {
      class: 'starter',
      text: 'Close',
      attributes: { type: 'button' },
      onClick: () => this.#window.close(),
    });
    const head = element('header', { class: 'dialog-head' }, [this.#title, close]);
    this.#window.append(head, this.#body, this.#notice);
    this.#window.addEventListener('close', () => this.#window.remove());
  }

  async open(): Promise<void> {
    this.#title.textContent = this.#setting.command.title;
    this.#body.replaceChildren(element('span', { class: 'spinner' }));
    document.body.append(this.#window);
    this.#window.showModal();
    this.#show(await ask('dialog', this.#chosen()));
  }

  #where(): { readonly as: string; readonly conversationId: string } {
    const { personKey: as, conversationId } = this.#setting;
    return { as, conversationId };
  }

  #chosen(): Readonly<Record<string, unknown>> {
    const { command, messageId } = this.#setting;
    return { ...this.#where(), commandId: command.id, messageId };
  }

  #show(outcome: DialogOutcome): void {
    this.#notice.textContent = '';
    switch (outcome.kind) {
      case 'card':
        this.#title.textContent = outcome.title;
        this.#draw(outcome.card);
        break;
      case 'message':
        this.#body.replaceChildren(
          element('p', { text: outcome.text, attributes: { role: 'status' } }),
        );
        break;
      case 'closed':
        this.#window.close();
        break;
      case 'error':
        this.#notice.textContent = outcome.text;
        break;
    }
  }

  #draw(card: Readonly<Record<string, unknown>>): void {
    const applet = new cards.AdaptiveApplet();
    applet.hostConfig = this.#setting.hostConfig;
    applet.channelAdapter = { sendRequestAsync: async (request) => this.#search(request) };
    applet.onCardChanged = () => this.#offered.prepare(applet.card, this.#setting.everybody);
    applet.onShowManualRefreshButton = () => false;
    applet.onAction = (_, action) => {
      if (action instanceof cards.SubmitAction) {
        void this.#submit(this.#offered.resolve(applet.card, action.data));
      }
    };
    const { teamsId, region } = this.#setting;
    applet.setCard(withDates(cardFor(card, teamsId), region));
    this.#body.replaceChildren(element('div', { class: 'card' }, [applet.renderedElement]));
    this.#body.scrollTop = 0;
  }

  async #submit(data: Readonly<Record<string, unknown>>): Promise<void> {
    this.#body.classList.add('busy');
    const outcome = await ask('dialog-submit', { ...this.#chosen(), data });
    this.#body.classList.remove('busy');
    this.#show(outcome);
  }

  async #search(request: Types.IActivityRequest): Promise<Types.ActivityResponse> {
    const { action } = request;
    if (!(action instanceof cards.DataQuery)) {
      return refused(request, 'Nothing else can be asked in a dialog.');
    }
    const { dataset, filter } = action;
    const outcome = await ask('dialog-search', { ...this.#where(), dataset, filter });
    if (outcome.kind === 'error') {
      return refused(request, outcome.text);
    }
    this.#offered.remember(outcome.choices);
    return new cards.SuccessResponse(request, JSON.stringify(outcome.choices));
  }
}

function refused(request: Types.IActivityRequest, text: string): Types.ErrorResponse {
  return new cards.ErrorResponse(request, new cards.ActivityRequestError(undefined, text));
}
