/** What somebody can ask for by typing. */
export type CommandName =
  | 'help'
  | 'request'
  | 'my-requests'
  | 'status'
  | 'cancel'
  | 'prerequisites';
