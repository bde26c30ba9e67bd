import type { StepName } from '../../../domain/request.ts';

export const stepNames = {
  prerequisites: 'Comprobación',
  group: 'Grupo',
  writeback: 'Escritura diferida',
  catalog: 'Catálogo',
  'catalog-resource': 'Catálogo',
  'access-package': 'Paquete',
  'role-scope': 'Paquete',
  policy: 'Directiva',
  assignment: 'Asignación',
} satisfies Readonly<Record<StepName, string>>;

interface StepDone {
  /** Something was made or switched. */
  readonly changed: (name: string) => string;
  /** It was there or as it should be. */
  readonly found: (name: string) => string;
}

/** What each step has done; `name` is that of the group, the catalog or the package. */
export const stepsDone = {
  prerequisites: {
    changed: () => 'Se cumplen los requisitos previos.',
    found: () => 'Se cumplen los requisitos previos.',
  },
  group: {
    changed: (name) => `Grupo ${name} creado.`,
    found: (name) => `Grupo ${name} elegido.`,
  },
  writeback: {
    changed: (name) => `Escritura diferida de ${name} activada.`,
    found: (name) => `La escritura diferida de ${name} ya estaba activada.`,
  },
  catalog: {
    changed: (name) => `Catálogo ${name} creado.`,
    found: (name) => `Catálogo ${name} elegido.`,
  },
  'catalog-resource': {
    changed: (name) => `Grupo agregado al catálogo ${name}.`,
    found: (name) => `El grupo ya estaba en el catálogo ${name}.`,
  },
  'access-package': {
    changed: (name) => `Paquete de acceso ${name} creado.`,
    found: (name) => `Paquete de acceso ${name} elegido.`,
  },
  'role-scope': {
    changed: (name) => `Rol Miembro agregado a ${name}.`,
    found: (name) => `${name} ya daba esta pertenencia.`,
  },
  policy: {
    changed: (name) => `Directiva de asignación directa creada para ${name}.`,
    found: (name) => `Una directiva de ${name} permite la asignación directa.`,
  },
  assignment: {
    changed: () => 'Se ha pedido a la administración de derechos que asigne a la persona.',
    found: () => 'La persona ya estaba asignada o la asignación estaba en curso.',
  },
} satisfies Readonly<Record<StepName, StepDone>>;
