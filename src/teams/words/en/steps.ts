import type { StepName } from '../../../domain/request.ts';

export const stepNames = {
  prerequisites: 'Check',
  group: 'Group',
  writeback: 'Writeback',
  catalog: 'Catalog',
  'catalog-resource': 'Catalog',
  'access-package': 'Package',
  'role-scope': 'Package',
  policy: 'Policy',
  assignment: 'Assignment',
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
    changed: () => 'The prerequisites are met.',
    found: () => 'The prerequisites are met.',
  },
  group: {
    changed: (name) => `Created the group ${name}.`,
    found: (name) => `Picked the group ${name}.`,
  },
  writeback: {
    changed: (name) => `Set ${name} to be written back.`,
    found: (name) => `${name} was set to be written back already.`,
  },
  catalog: {
    changed: (name) => `Created the catalog ${name}.`,
    found: (name) => `Picked the catalog ${name}.`,
  },
  'catalog-resource': {
    changed: (name) => `Added the group to the catalog ${name}.`,
    found: (name) => `The group was in the catalog ${name} already.`,
  },
  'access-package': {
    changed: (name) => `Created the access package ${name}.`,
    found: (name) => `Picked the access package ${name}.`,
  },
  'role-scope': {
    changed: (name) => `Added the Member role to ${name}.`,
    found: (name) => `${name} gave this membership already.`,
  },
  policy: {
    changed: (name) => `Created a policy for direct assignment to ${name}.`,
    found: (name) => `A policy of ${name} permits direct assignment.`,
  },
  assignment: {
    changed: () => 'Asked entitlement management to assign the person.',
    found: () => 'The person was assigned already, or the assignment was under way.',
  },
} satisfies Readonly<Record<StepName, StepDone>>;
