import { type Container, type Element, type Execute, text } from './elements.ts';

/** A line of a list that opens what it is about; the sign at its end says so, mirrored where text runs from the right. */
export function openingLine(open: Execute, items: readonly Element[]): Container {
  const sign = text('›');
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    selectAction: { ...open, tooltip: open.title },
    items: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'stretch', items },
          { type: 'Column', width: 'auto', items: [sign] },
        ],
      },
    ],
  };
}
