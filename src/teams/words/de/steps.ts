import type { StepName } from '../../../domain/request.ts';

export const stepNames = {
  prerequisites: 'Prüfung',
  group: 'Gruppe',
  /** Soft hyphen: the column of labels is narrow. */
  writeback: 'Rück\u00ADschreiben',
  catalog: 'Katalog',
  'catalog-resource': 'Katalog',
  'access-package': 'Paket',
  'role-scope': 'Paket',
  policy: 'Richtlinie',
  assignment: 'Zuweisung',
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
    changed: () => 'Die Voraussetzungen sind erfüllt.',
    found: () => 'Die Voraussetzungen sind erfüllt.',
  },
  group: {
    changed: (name) => `Gruppe ${name} erstellt.`,
    found: (name) => `Gruppe ${name} ausgewählt.`,
  },
  writeback: {
    changed: (name) => `Rückschreiben von ${name} eingeschaltet.`,
    found: (name) => `Das Rückschreiben von ${name} war schon eingeschaltet.`,
  },
  catalog: {
    changed: (name) => `Katalog ${name} erstellt.`,
    found: (name) => `Katalog ${name} ausgewählt.`,
  },
  'catalog-resource': {
    changed: (name) => `Gruppe dem Katalog ${name} hinzugefügt.`,
    found: (name) => `Die Gruppe war schon im Katalog ${name}.`,
  },
  'access-package': {
    changed: (name) => `Zugriffspaket ${name} erstellt.`,
    found: (name) => `Zugriffspaket ${name} ausgewählt.`,
  },
  'role-scope': {
    changed: (name) => `Mitgliedsrolle zu ${name} hinzugefügt.`,
    found: (name) => `${name} verschaffte diese Mitgliedschaft schon.`,
  },
  policy: {
    changed: (name) => `Richtlinie für die direkte Zuweisung von ${name} erstellt.`,
    found: (name) => `Eine Richtlinie von ${name} erlaubt die direkte Zuweisung.`,
  },
  assignment: {
    changed: () => 'Berechtigungsverwaltung mit der Zuweisung der Person beauftragt.',
    found: () => 'Die Person war schon zugewiesen, oder die Zuweisung lief bereits.',
  },
} satisfies Readonly<Record<StepName, StepDone>>;
