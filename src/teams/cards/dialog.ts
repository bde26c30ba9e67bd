import type { Action, AdaptiveCard, Execute } from './elements.ts';

/** A card in a dialog. Its buttons are Action.Submit, since dialogs know no Action.Execute. */
export type DialogCard = Omit<AdaptiveCard, 'actions' | 'refresh'> & {
  readonly actions?: readonly (Exclude<Action, Execute> | Execute['fallback'])[];
};

/** The same form as it stands in a dialog. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/what-are-task-modules */
export function dialogCard({ actions, refresh: _never, ...card }: AdaptiveCard): DialogCard {
  return actions === undefined ? card : { ...card, actions: actions.map(toSubmit) };
}

function toSubmit(action: Action): Exclude<Action, Execute> | Execute['fallback'] {
  return action.type === 'Action.Execute' ? action.fallback : action;
}
