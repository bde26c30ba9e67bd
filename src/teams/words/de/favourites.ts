/** The groups that a person keeps at hand. */
export const favourites = {
  title: 'Ihre Favoriten',
  summary: 'Die Gruppen, die Sie griffbereit halten',
  intro:
    'Sie stehen zuerst, wenn Sie im Formular eine Gruppe wählen. Diese Liste sehen nur Sie selbst.',
  empty: 'Sie haben sich noch keine Gruppe gemerkt. Wählen Sie unten eine, dann „Gruppe merken“.',
  shown: (from: number, to: number, all: number) => `${from} bis ${to} von ${all}`,
  gone: 'Nicht mehr in Entra',
  notSeen:
    'Entra hat noch nicht geantwortet; Sie sehen die Gruppen, wie ich sie zuletzt gekannt habe.',
  request: 'Zugriff beantragen',
  requestOf: (group: string) => `Zugriff beantragen: ${group}`,
  remove: 'Entfernen',
  removeOf: (group: string) => `Entfernen: ${group}`,
  next: 'Nächste Gruppen',
  previous: 'Vorige Gruppen',
  group: 'Gruppe zum Merken',
  keep: 'Gruppe merken',
  keepThis: 'Als Favorit merken',
  noGroup: 'Wählen Sie zuerst eine Gruppe aus der Liste.',
  kept: (group: string) => `${group} gehört jetzt zu Ihren Favoriten.`,
  wasKept: (group: string) => `${group} gehörte schon zu Ihren Favoriten.`,
  full: (most: number) =>
    `Sie haben sich ${most} Gruppen gemerkt, mehr haben keinen Platz. Entfernen Sie eine, um eine andere zu merken.`,
  removed: (group: string) => `${group} gehört nicht mehr zu Ihren Favoriten.`,
  notAmong: 'Diese Gruppe gehört nicht mehr zu Ihren Favoriten.',
  formBelow: 'Das Formular steht unten, mit der Gruppe schon eingetragen.',
  keptThis: (command: string) =>
    `Die Gruppe gehört jetzt zu Ihren Favoriten. Mit „${command}“ sehen Sie alle.`,
  wasKeptThis: (command: string) =>
    `Die Gruppe gehörte schon zu Ihren Favoriten. Mit „${command}“ sehen Sie alle.`,
  fullThis: (most: number, command: string) =>
    `Sie haben sich ${most} Gruppen gemerkt, mehr haben keinen Platz. Mit „${command}“ können Sie eine entfernen.`,
  mark: 'Favorit',
} as const;
