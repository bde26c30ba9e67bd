/** The groups that a person keeps at hand. */
export const favourites = {
  title: 'Your favourite groups',
  summary: 'The groups you keep at hand',
  intro: 'They come first when you choose a group on the form. Nobody but you sees this list.',
  empty: 'You keep no group yet. Choose one below, then “Keep group”.',
  shown: (from: number, to: number, all: number) => `${from} to ${to} of ${all}`,
  gone: 'No longer in Entra',
  notSeen: 'Entra has not answered yet, so I show the groups as I knew them last.',
  request: 'Request access',
  requestOf: (group: string) => `Request access: ${group}`,
  remove: 'Remove',
  removeOf: (group: string) => `Remove: ${group}`,
  next: 'Next groups',
  previous: 'Previous groups',
  group: 'Group to keep',
  keep: 'Keep group',
  keepThis: 'Keep as favourite',
  noGroup: 'Choose a group from the list first.',
  kept: (group: string) => `${group} is one of your favourites now.`,
  wasKept: (group: string) => `${group} was one of your favourites already.`,
  full: (most: number) =>
    `You keep ${most} groups, and there is room for no more. Remove one to keep another.`,
  removed: (group: string) => `${group} is no longer one of your favourites.`,
  notAmong: 'That group is not one of your favourites any more.',
  formBelow: 'The form is below, with the group filled in.',
  keptThis: (command: string) =>
    `The group is one of your favourites now. Type "${command}" to see them.`,
  wasKeptThis: (command: string) =>
    `The group was one of your favourites already. Type "${command}" to see them.`,
  fullThis: (most: number, command: string) =>
    `You keep ${most} groups, and there is room for no more. Type "${command}" to remove one.`,
  mark: 'favourite',
} as const;
