/** Pictures for the documentation, by the look and the card; docs/cards.md shows them. */
export const chosen: readonly { readonly look: string; readonly card: string }[] = [
  { look: 'en/light-480', card: 'form-route' },
  { look: 'en/light-480', card: 'approval-first-stage' },
  { look: 'en/light-480', card: 'request-awaiting-sync' },
  { look: 'en/light-480', card: 'outcome-confirmed' },
  { look: 'en/light-480', card: 'why-administrator' },
  { look: 'en/dark-360', card: 'approval-returned' },
  { look: 'en/contrast-360', card: 'request-awaiting-sync' },
  { look: 'ar/light-360', card: 'outcome-confirmed' },
];
