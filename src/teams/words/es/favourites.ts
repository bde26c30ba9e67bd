/** The groups that a person keeps at hand. */
export const favourites = {
  title: 'Sus grupos favoritos',
  summary: 'Los grupos que tiene a mano',
  intro:
    'Aparecen primero cuando elige un grupo en el formulario. Nadie más que usted ve esta lista.',
  empty: 'Todavía no ha guardado ningún grupo. Elija uno abajo y después “Guardar grupo”.',
  shown: (from: number, to: number, all: number) => `${from} a ${to} de ${all}`,
  gone: 'Ya no está en Entra',
  notSeen: 'Entra no ha respondido todavía; muestro los grupos tal como los conocía.',
  request: 'Solicitar acceso',
  requestOf: (group: string) => `Solicitar acceso: ${group}`,
  remove: 'Quitar',
  removeOf: (group: string) => `Quitar: ${group}`,
  next: 'Grupos siguientes',
  previous: 'Grupos anteriores',
  group: 'Grupo que guardar',
  keep: 'Guardar grupo',
  keepThis: 'Guardar en favoritos',
  noGroup: 'Elija primero un grupo en la lista.',
  kept: (group: string) => `${group} está ahora entre sus favoritos.`,
  wasKept: (group: string) => `${group} ya estaba entre sus favoritos.`,
  full: (most: number) =>
    `Tiene ${most} grupos guardados y no caben más. Quite uno para guardar otro.`,
  removed: (group: string) => `${group} ya no está entre sus favoritos.`,
  notAmong: 'Ese grupo ya no está entre sus favoritos.',
  formBelow: 'El formulario está abajo, con el grupo ya rellenado.',
  keptThis: (command: string) =>
    `El grupo está ahora entre sus favoritos. Escriba “${command}” para verlos.`,
  wasKeptThis: (command: string) =>
    `El grupo ya estaba entre sus favoritos. Escriba “${command}” para verlos.`,
  fullThis: (most: number, command: string) =>
    `Tiene ${most} grupos guardados y no caben más. Escriba “${command}” para quitar uno.`,
  mark: 'favorito',
} as const;
