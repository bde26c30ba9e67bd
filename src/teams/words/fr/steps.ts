import type { StepName } from '../../../domain/request.ts';
import { de } from './elision.ts';

export const stepNames = {
  prerequisites: 'Vérification',
  group: 'Groupe',
  writeback: 'Réécriture',
  catalog: 'Catalogue',
  'catalog-resource': 'Catalogue',
  'access-package': 'Package d’accès',
  'role-scope': 'Package d’accès',
  policy: 'Stratégie',
  assignment: 'Affectation',
} satisfies Readonly<Record<StepName, string>>;

interface StepDone {
  readonly changed: (name: string) => string;
  readonly found: (name: string) => string;
}

export const stepsDone = {
  prerequisites: {
    changed: () => 'Les prérequis sont remplis.',
    found: () => 'Les prérequis sont remplis.',
  },
  group: {
    changed: (name) => `Groupe ${name} créé.`,
    found: (name) => `Groupe ${name} retenu.`,
  },
  writeback: {
    changed: (name) => `Réécriture ${de(name)} activée.`,
    found: (name) => `La réécriture ${de(name)} était déjà activée.`,
  },
  catalog: {
    changed: (name) => `Catalogue ${name} créé.`,
    found: (name) => `Catalogue ${name} retenu.`,
  },
  'catalog-resource': {
    changed: (name) => `Groupe ajouté au catalogue ${name}.`,
    found: (name) => `Le groupe était déjà dans le catalogue ${name}.`,
  },
  'access-package': {
    changed: (name) => `Package d’accès ${name} créé.`,
    found: (name) => `Package d’accès ${name} retenu.`,
  },
  'role-scope': {
    changed: (name) => `Rôle de membre ajouté à ${name}.`,
    found: (name) => `${name} donnait déjà cette appartenance.`,
  },
  policy: {
    changed: (name) => `Stratégie d’affectation directe à ${name} créée.`,
    found: (name) => `Une stratégie ${de(name)} autorise l’affectation directe.`,
  },
  assignment: {
    changed: () => 'Affectation de la personne demandée à la gestion des droits d’utilisation.',
    found: () => 'La personne était déjà affectée, ou l’affectation était en cours.',
  },
} satisfies Readonly<Record<StepName, StepDone>>;
