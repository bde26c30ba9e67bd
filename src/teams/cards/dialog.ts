import type {
  Action,
  ActionSet,
  AdaptiveCard,
  Column,
  ColumnSet,
  Container,
  Element,
  Execute,
} from './elements.ts';

type Submit = Execute['fallback'] & Pick<Execute, 'style'>;
type DialogAction = Exclude<Action, Execute> | Submit;

interface DialogContainer extends Omit<Container, 'items' | 'selectAction'> {
  readonly items: readonly DialogElement[];
  readonly selectAction?: Submit | undefined;
}
interface DialogColumn extends Omit<Column, 'items'> {
  readonly items: readonly DialogElement[];
}
interface DialogColumns extends Omit<ColumnSet, 'columns'> {
  readonly columns: readonly DialogColumn[];
}
interface DialogActionSet extends Omit<ActionSet, 'actions'> {
  readonly actions: readonly DialogAction[];
}
export type DialogElement =
  | Exclude<Element, Container | ColumnSet | ActionSet>
  | DialogContainer
  | DialogColumns
  | DialogActionSet;

/** A card in a dialog. Its buttons are Action.Submit, since dialogs know no Action.Execute. */
export type DialogCard = Omit<AdaptiveCard, 'actions' | 'refresh' | 'body'> & {
  readonly body: readonly DialogElement[];
  readonly actions?: readonly DialogAction[];
};

/** The same form as it stands in a dialog. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/what-are-task-modules */
export function dialogCard({ actions, body, refresh: _never, ...card }: AdaptiveCard): DialogCard {
  const rest = { ...card, body: body.map(toDialog) };
  return actions === undefined ? rest : { ...rest, actions: actions.map(toSubmit) };
}

/** Buttons stand within the card too. */
function toDialog(element: Element): DialogElement {
  switch (element.type) {
    case 'ActionSet':
      return { ...element, actions: element.actions.map(toSubmit) };
    case 'Container': {
      const { selectAction, items, ...rest } = element;
      const inside = { ...rest, items: items.map(toDialog) };
      return selectAction === undefined
        ? inside
        : { ...inside, selectAction: selectAction.fallback };
    }
    case 'ColumnSet': {
      const columns = element.columns.map((column) => ({
        ...column,
        items: column.items.map(toDialog),
      }));
      return { ...element, columns };
    }
    case 'TextBlock':
    case 'Input.Text':
    case 'Input.ChoiceSet':
    case 'Input.Date':
      return element;
  }
}

function toSubmit(action: Action): DialogAction {
  if (action.type !== 'Action.Execute') {
    return action;
  }
  const { fallback, style } = action;
  return style === undefined ? fallback : { ...fallback, style };
}
