/** The groups that a person keeps at hand. */
export const favourites = {
  title: 'Vos groupes favoris',
  summary: 'Les groupes que vous gardez à portée de main',
  intro:
    'Ils viennent en premier quand vous choisissez un groupe dans le formulaire. Personne d’autre que vous ne voit cette liste.',
  empty: 'Vous ne gardez encore aucun groupe. Choisissez-en un ci-dessous, puis « Garder ».',
  shown: (from: number, to: number, all: number) => `${from} à ${to} sur ${all}`,
  gone: 'N’est plus dans Entra',
  notSeen: 'Entra n’a pas encore répondu ; je montre les groupes tels que je les connaissais.',
  request: 'Demander l’accès',
  requestOf: (group: string) => `Demander l’accès : ${group}`,
  remove: 'Retirer',
  removeOf: (group: string) => `Retirer : ${group}`,
  next: 'Groupes suivants',
  previous: 'Groupes précédents',
  group: 'Groupe à garder',
  keep: 'Garder',
  keepThis: 'Garder en favori',
  noGroup: 'Choisissez d’abord un groupe dans la liste.',
  kept: (group: string) => `${group} fait maintenant partie de vos favoris.`,
  wasKept: (group: string) => `${group} faisait déjà partie de vos favoris.`,
  full: (most: number) =>
    `Vous gardez ${most} groupes, et il n’y a plus de place. Retirez-en un pour en garder un autre.`,
  removed: (group: string) => `${group} ne fait plus partie de vos favoris.`,
  notAmong: 'Ce groupe ne fait plus partie de vos favoris.',
  formBelow: 'Le formulaire est ci-dessous, avec le groupe déjà rempli.',
  keptThis: (command: string) =>
    `Le groupe fait maintenant partie de vos favoris. Tapez « ${command} » pour les voir.`,
  wasKeptThis: (command: string) =>
    `Le groupe faisait déjà partie de vos favoris. Tapez « ${command} » pour les voir.`,
  fullThis: (most: number, command: string) =>
    `Vous gardez ${most} groupes, et il n’y a plus de place. Tapez « ${command} » pour en retirer un.`,
  mark: 'favori',
} as const;
