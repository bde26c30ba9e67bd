import { cards, type Types } from './adaptive-cards.ts';
import { ask } from './api.ts';
import { isAutomatic, overlayFor, toResponse } from './card-answers.ts';
import {
  type CardPayload,
  cardFor,
  findImBack,
  findRefresh,
  isFullWidth,
  withoutRefresh,
} from './card-payload.ts';
import { type Region, withDates } from './dates.ts';
import { element } from './dom.ts';
import type { CardOutcome, Choice } from './protocol.ts';
import { OfferedChoices } from './typeahead.ts';

/** Who looks at the card and where it hangs. */
export interface CardSetting {
  readonly personKey: string;
  readonly teamsId: string;
  readonly messageId: string;
  readonly hostConfig: Types.HostConfig;
  readonly region: Region;
  /** Everybody, as the people picker names them. */
  readonly everybody: readonly Choice[];
  /** Sends a text as the person, for card buttons that do so. */
  say(text: string): void;
}

const toastTime = 6000;
/** A card that is about to be scrolled to is refreshed already, so that its buttons do not jump under the eye. */
const nearView = '600px 0px';

/** One card on the page: drawn by an AdaptiveApplet, replaced in place, with its errors and notices below it. */
export class CardView {
  readonly element: HTMLElement;
  readonly #setting: CardSetting;
  readonly #applet = new cards.AdaptiveApplet();
  readonly #notice = element('div', { class: 'card-notice', attributes: { role: 'status' } });
  readonly #offered = new OfferedChoices();
  #payload: CardPayload;
  #isInView = false;
  #waitsForView = false;

  constructor(setting: CardSetting, payload: CardPayload) {
    this.#setting = setting;
    this.#payload = payload;
    this.#wire();
    this.element = element('div', { class: 'card' }, [this.#applet.renderedElement, this.#notice]);
    this.element.classList.toggle('full-width', isFullWidth(payload));
    this.#draw();
    this.#watchView();
  }

  /** The card everybody sees has changed. */
  update(payload: CardPayload): void {
    this.#payload = payload;
    this.element.classList.toggle('full-width', isFullWidth(payload));
    this.#showNotice('', 'quiet');
    this.#draw();
  }

  get canRefresh(): boolean {
    return findRefresh(this.#payload) !== undefined;
  }

  /** "Refresh card" of the message menu. */
  async refresh(): Promise<void> {
    const action = findRefresh(this.#payload);
    if (action === undefined) {
      return;
    }
    const outcome = await this.#execute({ ...action, trigger: 'manual' });
    if (outcome.kind === 'card') {
      this.#applet.setCard(withDates(withoutRefresh(outcome.card), this.#setting.region));
    } else {
      this.#showNotice(outcome.text, outcome.kind === 'error' ? 'error' : 'toast');
    }
  }

  #wire(): void {
    const applet = this.#applet;
    applet.hostConfig = this.#setting.hostConfig;
    applet.channelAdapter = { sendRequestAsync: async (request) => this.#send(request) };
    applet.onCardChanged = () => this.#offered.prepare(applet.card, this.#setting.everybody);
    applet.onShowManualRefreshButton = () => false;
    applet.onPrepareActivityRequest = (_, request) => this.#mayAsk(request);
    applet.onActivityRequestFailed = (_, response) => this.#onFailed(response);
    applet.onActivityRequestSucceeded = (_, response, parsed) =>
      this.#onSucceeded(response, parsed);
    applet.onAction = (_, action) => this.#onAction(action);
    applet.onCreateProgressOverlay = (_, request) => overlayFor(request);
  }

  #draw(): void {
    const { teamsId, region } = this.#setting;
    this.#applet.setCard(withDates(cardFor(this.#payload, teamsId), region));
  }

  /** As in Teams a card refreshes itself when it comes near the view, not before. */
  #watchView(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        this.#isInView = entries.at(-1)?.isIntersecting === true;
        if (this.#isInView && this.#waitsForView) {
          this.#waitsForView = false;
          this.#draw();
        }
      },
      { root: document.querySelector('.scroller'), rootMargin: nearView },
    );
    observer.observe(this.element);
  }

  #mayAsk(request: Types.IActivityRequest): boolean {
    if (isAutomatic(request) && !this.#isInView) {
      this.#waitsForView = true;
      return false;
    }
    return true;
  }

  async #send(request: Types.IActivityRequest): Promise<Types.ActivityResponse> {
    const { action } = request;
    if (action instanceof cards.DataQuery) {
      return this.#search(request, { dataset: action.dataset, filter: action.filter });
    }
    const verb = action instanceof cards.ExecuteAction ? action.verb : undefined;
    const data = this.#offered.resolve(this.#applet.card, action.data);
    const trigger = isAutomatic(request) ? 'automatic' : 'manual';
    const outcome = await this.#execute({ id: action.id, verb, data, trigger });
    return toResponse(request, outcome, this.#setting.region);
  }

  async #search(
    request: Types.IActivityRequest,
    query: { readonly dataset: string; readonly filter: string },
  ): Promise<Types.ActivityResponse> {
    const { personKey, messageId } = this.#setting;
    const outcome = await ask('search', { as: personKey, messageId, ...query });
    if (outcome.kind === 'error') {
      return new cards.ErrorResponse(
        request,
        new cards.ActivityRequestError(undefined, outcome.text),
      );
    }
    this.#offered.remember(outcome.choices);
    return new cards.SuccessResponse(request, JSON.stringify(outcome.choices));
  }

  async #execute(action: Readonly<Record<string, unknown>>): Promise<CardOutcome> {
    const { personKey, messageId } = this.#setting;
    try {
      return await ask('execute', { as: personKey, messageId, ...action });
    } catch {
      return { kind: 'error', text: 'Unable to reach the app. Please try again.' };
    }
  }

  #onAction(action: Types.Action): void {
    if (action instanceof cards.OpenUrlAction && action.url !== undefined) {
      window.open(action.url, '_blank', 'noopener,noreferrer');
    } else if (action instanceof cards.SubmitAction) {
      void this.#submit(this.#offered.resolve(this.#applet.card, action.data));
    }
  }

  async #submit(data: Readonly<Record<string, unknown>>): Promise<void> {
    const { personKey, messageId } = this.#setting;
    const spoken = findImBack(data);
    if (spoken !== undefined) {
      this.#setting.say(spoken);
      return;
    }
    const { delivered } = await ask('submit', { as: personKey, messageId, data });
    this.#showNotice(delivered ? '' : 'Something went wrong. Please try again.', 'error');
  }

  #onFailed(response: Types.ErrorResponse): number {
    if (!isAutomatic(response.request) && !(response.request.action instanceof cards.DataQuery)) {
      this.#showNotice(response.error.message ?? '', 'error');
    }
    return -1;
  }

  #onSucceeded(
    response: Types.SuccessResponse,
    parsed: string | Types.AdaptiveCard | undefined,
  ): void {
    if (response.request.action instanceof cards.DataQuery || isAutomatic(response.request)) {
      return;
    }
    this.#showNotice(typeof parsed === 'string' ? parsed : '', 'toast');
    if (typeof parsed === 'object') {
      this.#showTop();
    }
  }

  /** The answer to a click begins at the top of the card, which may be out of sight when the button is in it. */
  #showTop(): void {
    const top = this.element.closest('.scroller')?.getBoundingClientRect().top ?? 0;
    if (this.element.getBoundingClientRect().top < top) {
      this.element.scrollIntoView({ block: 'start' });
    }
  }

  #showNotice(text: string, kind: 'error' | 'toast' | 'quiet'): void {
    this.#notice.textContent = text;
    this.#notice.className = `card-notice ${kind}`;
    this.#notice.setAttribute('role', kind === 'error' ? 'alert' : 'status');
    if (kind === 'toast' && text !== '') {
      window.setTimeout(() => {
        if (this.#notice.textContent === text) {
          this.#showNotice('', 'quiet');
        }
      }, toastTime);
    }
  }
}
