export const chat = {
  somebody: 'Somebody',
  whoAreYou:
    'I cannot see who you are, so I do nothing. Please sign in to Teams with your work account.',
  otherTenant: 'I work for another organisation and cannot help you here.',
  sentPrivately: 'I have answered you in our private chat.',
  addMeFirst:
    'I cannot write to you privately yet. Add the Writeback app in Teams, then say it again.',
  onlyPrivately:
    'Please use our private chat for this: what is in a request is not for everybody here.',
  notANumber: (given: string, command: string) =>
    `${given} is not a whole number of a request: after WB- stand eight letters and digits, such as ${command} WB-7K3F2Q9X. Type "my requests" to see the numbers.`,
  needsNumber: (command: string) =>
    `Tell me which one, such as: ${command} WB-7K3F2Q9X. Type "my requests" to see the numbers.`,
  cancelled: (id: string) => `${id} is cancelled.`,
  badClick:
    'I could not read this click, so nothing was done. Type "my requests" and open the request there.',
  badSearch: 'I could not read this search.',
  notSupported: 'I do not offer this.',
  defect: 'Something went wrong on my side; nothing was lost. Please try again in a minute.',
} as const;

export const list = {
  title: 'My requests',
  summary: 'Your requests',
  empty: 'You have no requests. Type "request" to make one.',
  line: (person: string, state: string) => `${person} · ${state}`,
  hint: 'Choose one to open it, or type status and its number.',
  open: (id: string) => `Open ${id}`,
} as const;

export const buttons = {
  newRequest: 'New request',
  again: 'Ask again',
  submit: 'Send request',
  approve: 'Approve',
  deny: 'Deny',
  claim: "I'm on it",
  unclaim: 'Not me',
  cancel: 'Cancel request',
  retry: 'Try again',
  attest: 'Confirm membership',
  justified: 'It was justified',
  'not-justified': 'It was not justified',
  'sync-now': 'Sync now',
  why: 'Why not yet?',
  whyStopped: 'Why did it stop?',
  lookAgain: 'Look again',
  back: 'Back',
  openInEntra: 'Open in Entra',
  showOptions: 'Show my options',
  refresh: 'Refresh',
  steps: 'What I did, step by step',
  details: 'Details for an administrator',
} as const;
