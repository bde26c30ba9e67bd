export const welcome = {
  title: 'Hello, I am Writeback',
  body: 'I put people into groups that Active Directory knows: somebody asks, an approver decides, I do the rest in Entra, and then I show you the proof from Active Directory.',
  summary: 'Writeback is here. Type "request" to ask for a group membership.',
} as const;

export const help = {
  title: 'What I can do',
  summary: 'What you can say to Writeback',
  commands: [
    ['request', 'ask for a group membership, for yourself or for somebody else'],
    ['request Finance Reports', 'the same, with the group filled in'],
    ['again', 'the form once more, filled in as your last request was'],
    ['favourites', 'groups you ask for often: keep them here, and they come first on the form'],
    ['bulk', 'ask for many at once: paste a list, or send me a .csv file'],
    ['my requests', 'what you asked for and what you get'],
    ['status WB-7K3F2Q9X', 'how one request stands'],
    ['cancel WB-7K3F2Q9X', 'take back a request nobody has decided on'],
    ['waiting', 'what waits for your decision'],
    ['deputy', 'who decides for you while you are away'],
    ['why WB-7K3F2Q9X', 'why somebody is not in Active Directory yet, and who can mend it'],
    ['catalogs', 'the catalogs you look after: their groups, packages, and who else does'],
  ],
  forAdministrators: [
    ['prerequisites', 'what your tenant has ready for writeback'],
    ['engines', 'what writes groups to Active Directory, and what Microsoft supports of it'],
    ['sync now', 'have the sync run for everything that waits'],
    ['drift', 'where Active Directory is not as Entra says'],
    ['undelivered', 'who could not be written to, and what helps'],
  ],
  didYouMean: (command: string) => `Did you mean “${command}”?`,
  notUnderstood: 'I did not understand that. Here is what you can say.',
  mention:
    'Here you have to mention me. Forms and answers about requests come into our private chat.',
} as const;
