import type {
  CatalogSummary,
  CatalogView,
  DelegationPreview,
  Managing,
} from '../../../src/domain/catalog-view.ts';
import { AccessPackageId, CatalogId, RoleAssignmentId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person.ts';
import { catalogCard } from '../../../src/teams/cards/catalog-card.ts';
import {
  confirmDelegationCard,
  confirmTakeBackCard,
} from '../../../src/teams/cards/catalog-confirm-card.ts';
import {
  addGroupForm,
  delegateForm,
  newCatalogForm,
} from '../../../src/teams/cards/catalog-forms.ts';
import { catalogListCard } from '../../../src/teams/cards/catalog-list-card.ts';
import { delegatedToYouCard } from '../../../src/teams/cards/catalog-news-card.ts';
import { takeBackForm } from '../../../src/teams/cards/catalog-take-back-form.ts';
import { said } from '../../../src/teams/cards/escape.ts';
import { explain } from '../../../src/teams/cards/notices.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { ada, ben, paul, rita } from '../requests.ts';
import type { Samples } from './samples.ts';

const packageId = AccessPackageId.parse('cccccccc-0000-4000-8000-000000000002');
const formId = 'ffffffff-0000-4000-8000-000000000001';
const strange = '[click](http://evil.test) *_`~#| \u202Eevil ليلى الأحمد 🌙'.repeat(4);

function catalogOf(displayName: string, isPublished = true): CatalogView['catalog'] {
  return { id: CatalogId.parse('cccccccc-0000-4000-8000-000000000001'), displayName, isPublished };
}

function held(person: Person, role: Managing['role'], number: number): Managing {
  const id = RoleAssignmentId.parse(`dddddddd-0000-4000-8000-${String(number).padStart(12, '0')}`);
  const { displayName } = person;
  return { id, role, holder: { kind: 'user', id: person.id, displayName } };
}

const finance = catalogOf('Finance');
const roles: readonly Managing[] = [
  held(ada, 'catalog-owner', 1),
  held(ben, 'access-package-manager', 2),
  {
    ...held(rita, 'access-package-manager', 3),
    holder: { kind: 'group', id: formId, displayName: 'Finance Approvers' },
  },
];

const view: CatalogView = {
  catalog: finance,
  groups: [
    { id: '1', displayName: 'Finance Reports', writeback: 'on' },
    { id: '2', displayName: 'Finance Systems', writeback: 'undecided' },
    { id: '3', displayName: 'Treasury', writeback: 'off' },
    { id: '4', displayName: 'Ledger', writeback: 'unknown' },
  ],
  otherResources: 2,
  packages: [{ displayName: 'Finance Reports (written back)' }, { displayName: 'Ledger' }].map(
    (each) => ({ ...each, id: packageId }),
  ),
  roles,
  options: ['add-group', 'delegate', 'take-back'],
};

const empty: CatalogView = {
  ...view,
  catalog: catalogOf('Marketing', false),
  groups: [],
  otherResources: 0,
  packages: [],
  roles: [],
};

const strangeView: CatalogView = {
  catalog: catalogOf(strange),
  groups: Array.from({ length: 14 }, () => ({
    id: formId,
    displayName: strange,
    writeback: 'undecided' as const,
  })),
  otherResources: 1,
  packages: Array.from({ length: 40 }, () => ({ id: packageId, displayName: strange })),
  roles: Array.from({ length: 12 }, (_unused, index) =>
    held({ ...paul, displayName: strange }, 'catalog-owner', 10 + index),
  ),
  options: view.options,
};

function summary(changes: Partial<CatalogSummary> = {}): CatalogSummary {
  return { catalog: finance, resources: 6, packages: 2, roles, ...changes };
}

function preview(role: Managing['role']): DelegationPreview {
  const person = {
    ...ben,
    userPrincipalName: 'ben@contoso.test',
    accountEnabled: true,
    userType: 'Member' as const,
  };
  return { catalog: finance, role, person, isHeld: false };
}

/** Catalogs and who looks after them. */
export function catalogSamples(words: Words): Samples {
  return { ...shownSamples(words), ...formSamples(words), ...roleSamples(words) };
}

function shownSamples(words: Words): Samples {
  const { catalogs } = words;
  const unowned = summary({ catalog: empty.catalog, resources: 1, packages: 1, roles: [] });
  const entries = [summary(), unowned];
  return {
    'catalogs-administrator': catalogListCard(words, { entries, hidden: 3, mayCreate: true }),
    'catalogs-owner': catalogListCard(words, {
      entries: [summary()],
      hidden: 0,
      mayCreate: false,
    }),
    'catalogs-none': catalogListCard(words, { entries: [], hidden: 0, mayCreate: false }),
    'catalogs-none-named': catalogListCard(
      words,
      { entries: [], hidden: 0, mayCreate: true },
      'Nothing',
    ),
    'catalogs-strange': catalogListCard(words, {
      entries: Array.from({ length: 8 }, () =>
        summary({ catalog: strangeView.catalog, roles: strangeView.roles }),
      ),
      hidden: 1,
      mayCreate: true,
    }),
    'catalog-owner': catalogCard(words, view),
    'catalog-manager': catalogCard(words, { ...view, options: [] }),
    'catalog-new': catalogCard(
      words,
      { ...empty, catalog: catalogOf('Marketing') },
      {
        style: 'good',
        text: catalogs.created(said('Marketing')),
      },
    ),
    'catalog-delegated': catalogCard(words, view, {
      style: 'good',
      text: `${catalogs.delegated['access-package-manager'](said('Ben Okafor'))} ${catalogs.told(said('Ben Okafor'))}`,
    }),
    'catalog-strange': catalogCard(words, strangeView),
  };
}

function formSamples(words: Words): Samples {
  const error = explain(words, 'group-is-dynamic', 'Finance Dynamic');
  const group = { id: formId, title: 'Finance Dynamic · Microsoft 365, dynamic' };
  const refused = explain(words, 'catalog-name-taken', 'Finance');
  return {
    'catalog-form-new': newCatalogForm({ words, formId }),
    'catalog-form-new-refused': newCatalogForm({ words, formId, name: 'Finance', error: refused }),
    'catalog-form-add': addGroupForm({ words, formId, catalog: finance }),
    'catalog-form-add-refused': addGroupForm({ words, formId, catalog: finance, group, error }),
    'catalog-form-delegate': delegateForm({ words, formId, catalog: finance }),
    'catalog-form-delegate-refused': delegateForm({
      words,
      formId,
      catalog: finance,
      personName: 'nobody@contoso.test',
      role: 'catalog-owner',
      error: explain(words, 'user-not-found', 'nobody@contoso.test'),
    }),
    'catalog-form-take-back': takeBackForm(words, view),
    'catalog-form-take-back-empty': takeBackForm(words, empty),
  };
}

function roleSamples(words: Words): Samples {
  const owner = held(ada, 'catalog-owner', 1);
  const manager = held(ben, 'access-package-manager', 2);
  const catalog = finance;
  return {
    'catalog-confirm-owner': confirmDelegationCard(words, preview('catalog-owner'), formId),
    'catalog-confirm-manager': confirmDelegationCard(
      words,
      preview('access-package-manager'),
      formId,
    ),
    'catalog-confirm-take-back': confirmTakeBackCard(
      words,
      { catalog, assignment: manager, isLastOwner: false },
      formId,
    ),
    'catalog-confirm-last-owner': confirmTakeBackCard(
      words,
      { catalog, assignment: owner, isLastOwner: true },
      formId,
    ),
    'catalog-told-manager': delegatedToYouCard(
      words,
      preview('access-package-manager'),
      'Amir Admin',
    ),
    'catalog-told-owner': delegatedToYouCard(words, preview('catalog-owner'), 'Amir Admin'),
  };
}
