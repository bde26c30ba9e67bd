import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

// adaptivecards publishes ESM that Node cannot load; its UMD bundle works.
const library: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

const officialSchema = new URL(
  '../../../shared/adaptive-cards/adaptive-card-1.5.0.json',
  import.meta.url,
);

/** Where Microsoft's schema is not at hand the own allow-list alone looks for unknown properties. */
export const withoutOfficialSchema: string | false = existsSync(officialSchema)
  ? false
  : `no official card schema at ${officialSchema.pathname}`;

const verbs = [
  'new-request',
  'submit-request',
  'name-deputy',
  'end-deputy',
  'preview-route',
  'back-to-form',
  'break-glass',
  'confirm-break-glass',
  'view',
  'approve',
  'deny',
  'cancel',
  'retry',
  'again',
  'attest',
  'claim',
  'unclaim',
  'justified',
  'not-justified',
  'why',
  'sync-now',
  'list-form',
  'list-check',
  'list-view',
  'list-send',
  'list-discard',
  'list-check-again',
  'list-correct',
  'list-approve',
  'list-deny',
  'list-cancel',
  'list-retry',
  'catalog-list',
  'catalog-open',
  'catalog-new',
  'catalog-create',
  'catalog-add-form',
  'catalog-add',
  'catalog-delegate-form',
  'catalog-delegate',
  'catalog-confirm-delegate',
  'catalog-take-back-form',
  'catalog-take-back',
  'catalog-confirm-take-back',
  'favourite-list',
  'favourite-keep',
  'favourite-keep-asked',
  'favourite-remove',
  'favourite-request',
];
/** Verbs that only show something, which a client may send by itself. */
const showing = ['view', 'list-view'];
/** What was clicked, and which state of it was seen. */
const carried = [
  'requestId',
  'version',
  'planHash',
  'formId',
  'batchId',
  'page',
  'seenAt',
  'plansHash',
  'plansPage',
  'card',
  'catalogId',
  'assignmentId',
  'userId',
  'role',
  'groupId',
];
const guarded = [
  'catalog-create',
  'catalog-add',
  'catalog-confirm-delegate',
  'catalog-confirm-take-back',
  'list-send',
  'list-discard',
  'list-check-again',
  'list-approve',
  'list-deny',
  'list-cancel',
  'list-retry',

  'sync-now',
  'approve',
  'deny',
  'claim',
  'unclaim',
  'cancel',
  'retry',
  'attest',
  'justified',
  'not-justified',
  'confirm-break-glass',
  'favourite-keep',
  'favourite-keep-asked',
  'favourite-remove',
];
/** What was typed into the form goes along from the question back to it. */
const carriesForm = ['confirm-break-glass', 'back-to-form'];
const largestCard = 24 * 1024;

const allowed: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['$schema', 'version', 'lang', 'rtl', 'fallbackText', 'refresh', 'body', 'actions'],
  TextBlock: [
    'text',
    'wrap',
    'style',
    'size',
    'weight',
    'color',
    'isSubtle',
    'spacing',
    'horizontalAlignment',
    'fontType',
  ],
  Container: ['items', 'id', 'style', 'spacing', 'separator', 'isVisible', 'selectAction'],
  ColumnSet: ['columns', 'spacing'],
  Column: ['width', 'items'],
  ActionSet: ['actions', 'spacing'],
  'Input.Text': [
    'id',
    'label',
    'value',
    'placeholder',
    'isRequired',
    'errorMessage',
    'spacing',
    'isMultiline',
    'maxLength',
  ],
  'Input.Date': ['id', 'label', 'value', 'isRequired', 'errorMessage', 'spacing'],
  'Input.ChoiceSet': [
    'id',
    'label',
    'value',
    'placeholder',
    'style',
    'choices',
    'choices.data',
    'isMultiSelect',
    'spacing',
    'isRequired',
    'errorMessage',
  ],
  'Action.Execute': ['title', 'verb', 'data', 'style', 'tooltip', 'associatedInputs', 'fallback'],
  'Action.OpenUrl': ['title', 'url'],
  'Action.Submit': ['title', 'data'],
  'Action.ToggleVisibility': ['title', 'targetElements'],
  'Data.Query': ['dataset'],
};

type Node = Readonly<Record<string, unknown>>;

/** Everything that is wrong with a card for Teams, as sentences; an empty list for a good one. `card` is what is sent. */
export function lintCard(card: unknown): readonly string[] {
  const json: Node = JSON.parse(JSON.stringify(card));
  const nodes = [...typedNodes(json)];
  return [
    ...lintRoot(json),
    ...nodes.flatMap(lintNode),
    ...lintIds(nodes),
    ...lintByLibrary(json),
    ...lintBySchema(json),
  ];
}

/** Whether a click on this card could do anything but show it. */
export function hasGuardedAction(card: unknown): boolean {
  const nodes = [...typedNodes(JSON.parse(JSON.stringify(card)))];
  return nodes.some(({ verb }) => typeof verb === 'string' && guarded.includes(verb));
}

function lintRoot(json: Node): readonly string[] {
  const actions = Array.isArray(json['actions']) ? json['actions'] : [];
  const refresh = json['refresh'] as { userIds?: unknown; action?: Node } | undefined;
  const userIds = refresh?.userIds;
  return complaints([
    [json['version'] !== '1.5', 'the version is not 1.5'],
    [
      json['$schema'] !== 'http://adaptivecards.io/schemas/adaptive-card.json',
      'there is no $schema',
    ],
    [!/^[a-z]{2,3}$/.test(String(json['lang'])), 'lang is no language'],
    [isEmpty(json['fallbackText']), 'there is no fallbackText'],
    [actions.length > 6, 'there are more than 6 actions'],
    [Buffer.byteLength(JSON.stringify(json)) > largestCard, 'it is larger than 24 KB'],
    [
      refresh !== undefined && !showing.includes(String(refresh.action?.['verb'])),
      'a refresh does more than show',
    ],
    [
      refresh !== undefined && hasGuardedAction({ ...json, refresh: undefined }),
      'a card that refreshes has a guarded action',
    ],
    [
      refresh !== undefined &&
        (!Array.isArray(userIds) ||
          userIds.length < 1 ||
          userIds.length > 60 ||
          !userIds.every((id) => String(id).startsWith('29:'))),
      'refresh.userIds are not 1 to 60 Teams ids',
    ],
  ]);
}

function lintNode(node: Node): readonly string[] {
  const type = String(node['type']);
  const known = allowed[type];
  if (known === undefined) {
    return [`unknown element ${type}`];
  }
  const strangers = Object.keys(node).filter((key) => key !== 'type' && !known.includes(key));
  return [
    ...strangers.map((key) => `${type} has the unknown property ${key}`),
    ...(type === 'TextBlock' ? lintText(node) : []),
    ...(type.startsWith('Input.') ? lintInput(node) : []),
    ...(type === 'Action.Execute' ? lintExecute(node) : []),
  ];
}

function lintText(node: Node): readonly string[] {
  const text = String(node['text']);
  const bare = text.replaceAll(
    /\{\{(?:DATE|TIME)\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?:, SHORT)?\)\}\}/g,
    '',
  );
  return complaints([
    [node['wrap'] !== true, `a text does not wrap: ${text}`],
    [isEmpty(node['text']), 'a text is empty'],
    [bare.includes('{{') || bare.includes('${'), `a text holds a template: ${text}`],
    [/(?<!\\)\]\(/.test(withoutOwnLink(bare)), `a text holds a link: ${text}`],
    [count(text, '\u2068') !== count(text, '\u2069'), `isolates do not pair: ${text}`],
    [/[\u202A-\u202E\u2066\u2067]/.test(text), `a text turns its direction: ${text}`],
  ]);
}

function lintInput(node: Node): readonly string[] {
  const isDynamic = node['choices.data'] !== undefined;
  return complaints([
    [isEmpty(node['id']), 'an input has no id'],
    [isEmpty(node['label']), `${String(node['id'])} has no label`],
    [
      node['isRequired'] === true && isEmpty(node['errorMessage']),
      `${String(node['id'])} has no errorMessage`,
    ],
    [
      isDynamic && node['isRequired'] !== undefined,
      `${String(node['id'])} is dynamic and required`,
    ],
    [
      node['type'] === 'Input.Text' && typeof node['maxLength'] !== 'number',
      `${String(node['id'])} has no maxLength`,
    ],
  ]);
}

function lintExecute(node: Node): readonly string[] {
  const { verb, data, title, fallback } = node as {
    verb: string;
    data: Node;
    title: string;
    fallback?: Node;
  };
  const isRefresh = fallback === undefined;
  const expected = JSON.stringify({ verb, ...data });
  return complaints([
    [!verbs.includes(verb), `unknown verb ${verb}`],
    [isEmpty(title), `${verb} has no title`],
    [!isRefresh && JSON.stringify(fallback['data']) !== expected, `${verb} has another fallback`],
    [isRefresh && !showing.includes(verb), `${verb} has no fallback`],
    [
      !carriesForm.includes(verb) && Object.keys(data).some((key) => !carried.includes(key)),
      `${verb} carries too much`,
    ],
  ]);
}

function lintIds(nodes: readonly Node[]): readonly string[] {
  const ids = nodes.map(({ id }) => id).filter((id) => id !== undefined);
  return new Set(ids).size === ids.length ? [] : ['an id is used twice'];
}

function lintByLibrary(json: Node): readonly string[] {
  const context = new library.SerializationContext(library.Versions.v1_5);
  const card = new library.AdaptiveCard();
  card.parse(json, context);
  const events = Array.from(
    { length: context.eventCount },
    (_unused, index) => context.getEventAt(index).message,
  );
  const found = [
    ...events,
    ...card.validateProperties().validationEvents.map(({ message }) => message),
  ];
  return found.filter((message) => !libraryErrors.some((pattern) => pattern.test(message)));
}

// What the library itself has wrong: its pattern for `lang` is stateful and refuses every second card; Teams documents
// `choices.data` for 1.5; and a typeahead needs no choice of its own.
const libraryErrors: readonly RegExp[] = [
  /^Invalid value "[a-z]{2,3}" for property "lang"\.$/,
  /^Property "choices\.data" is supported in version 1\.6, but you are using version 1\.5\.$/,
  /^An Input\.ChoiceSet must have at least one choice defined\.$/,
];

let validate: ReturnType<Ajv['compile']> | undefined;

/** The official schema lacks `choices.data` and the style `filtered`, which Teams documents for 1.5 as well. */
function lintBySchema(json: Node): readonly string[] {
  if (withoutOfficialSchema !== false) {
    return [];
  }
  validate ??= compileSchema();
  const plain: unknown = JSON.parse(JSON.stringify(json, withoutTypeahead));
  const errors = validate(plain) ? [] : (validate.errors ?? []);
  return errors.slice(0, 5).map((error) => `schema: ${error.instancePath} ${error.message}`);
}

function withoutTypeahead(key: string, value: unknown): unknown {
  if (key === 'choices.data') {
    return undefined;
  }
  return key === 'style' && value === 'filtered' ? 'compact' : value;
}

function compileSchema(): ReturnType<Ajv['compile']> {
  const schema = JSON.parse(readFileSync(officialSchema, 'utf8'));
  delete schema.$schema;
  delete schema.id;
  return new Ajv({ strict: false, logger: false, validateFormats: false }).compile(schema);
}

function* typedNodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* typedNodes(item);
    }
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value) {
      yield { ...value };
    }
    yield* typedNodes(Object.values(value));
  }
}

function complaints(rules: readonly (readonly [boolean, string])[]): readonly string[] {
  return rules.filter(([isBroken]) => isBroken).map(([, words]) => words);
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

/** The one link that is meant: where the app is added, shown as it is. */
function withoutOwnLink(text: string): string {
  return text.replaceAll(/\[(https:\/\/teams\.microsoft\.com\/l\/app\/[\da-f-]{36})\]\(\1\)/g, '');
}
