import type { OnPremisesGroupType, WritebackEngine } from '../../../domain/group.ts';

export const plan = {
  titles: {
    ahead: 'Qué cambiará',
    underWay: 'Qué estoy preparando',
    done: 'Qué he preparado',
    stopped: 'El plan y hasta dónde he llegado',
    never: 'Qué habría cambiado',
  },
  group: 'Grupo',
  createGroup: (name: string, alias: string) =>
    `${name}, se creará (Microsoft 365, dirección ${alias})`,
  createSecurityGroup: (name: string) => `${name}, se creará (grupo de seguridad)`,
  createdSecurityGroup: (name: string) => `${name}, creado (grupo de seguridad)`,
  createdGroup: (name: string, alias: string) =>
    `${name}, creado (Microsoft 365, dirección ${alias})`,
  owner: 'Propietario',
  /** Owners change the members of their group themselves; no request is needed. */
  ownerOfNew: (name: string) =>
    `${name}, del nuevo grupo: puede agregar y quitar miembros sin preguntar`,
  writeback: 'Escritura diferida',
  writebackFrom: {
    on: 'activada, sigue activada',
    off: 'desactivada, se activará',
    undetermined: 'sin decidir hasta ahora, se activará',
  },
  switchedOn: 'activada ahora',
  wasOn: 'ya estaba activada',
  inDirectory: 'En AD',
  object: (type: string, engine: string) => `${type}, escrito por ${engine}`,
  organizationalUnit: 'OU de destino',
  objectThat: (object: string, mailOnly: string) => `${object}. ${mailOnly}`,
  mailOnly: 'Un grupo de distribución sirve para el correo; no abre archivos ni aplicaciones.',
  catalog: 'Catálogo',
  accessPackage: 'Paquete',
  create: (name: string) => `${name}, se creará`,
  use: (name: string) => `${name}, que ya existe`,
  created: (name: string) => `${name}, creado`,
  found: (name: string) => `${name}, ya existía`,
} as const;

export const groupTypes = {
  universalDistributionGroup: 'Grupo de distribución universal',
  universalSecurityGroup: 'Grupo de seguridad universal',
  universalMailEnabledSecurityGroup: 'Grupo de seguridad universal habilitado para correo',
} satisfies Readonly<Record<OnPremisesGroupType, string>>;

export const engines = {
  'connect-v1': 'Entra Connect (escritura diferida de grupos v1)',
  'connect-v2': 'Entra Connect (escritura diferida de grupos v2)',
  'cloud-sync': 'Entra Cloud Sync',
} satisfies Readonly<Record<WritebackEngine, string>>;
