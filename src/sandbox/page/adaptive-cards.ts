import type * as Types from 'adaptivecards';
import { teamsHostConfig } from './host-config.ts';
import { renderMarkdown } from './markdown.ts';

/** The UMD bundle of adaptivecards, which index.html loads before this module. */
declare const AdaptiveCards: typeof Types;

export const cards = AdaptiveCards;
export type { Types };

/** The delay before an automatic refresh, in milliseconds: long enough for the card to come into view first. */
const refreshDelay = 250;

/** Sets the renderer up as the Teams client behaves; call it once. */
export function setUpRenderer(): Types.HostConfig {
  cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = renderMarkdown(text);
    result.didProcess = true;
  };
  const { refresh } = cards.GlobalSettings.applets;
  refresh.mode = cards.RefreshMode.Automatic;
  refresh.timeBetweenAutomaticRefreshes = refreshDelay;
  refresh.maximumConsecutiveAutomaticRefreshes = 1;
  refresh.allowManualRefreshesAfterAutomaticRefreshes = false;
  cards.GlobalSettings.applets.logEnabled = false;
  return new cards.HostConfig(teamsHostConfig);
}
