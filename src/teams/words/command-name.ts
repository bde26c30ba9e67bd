/** What somebody can ask for by typing. */
export type CommandName =
  | 'help'
  | 'request'
  | 'again'
  | 'favourites'
  | 'bulk'
  | 'my-requests'
  | 'waiting'
  | 'deputy'
  | 'status'
  | 'cancel'
  | 'why'
  | 'prerequisites'
  | 'engines'
  | 'sync-now'
  | 'drift'
  | 'undelivered'
  | 'catalogs';
