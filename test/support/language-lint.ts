import type { Words } from '../../src/teams/words/words.ts';

/** Everything that is wrong with a language beside the English, as sentences that begin with the key. */
export function lintLanguage(english: Words, words: unknown): readonly string[] {
  return compare(english, words, []);
}

/** Texts that may read the same in another language, and why. */
const same: readonly RegExp[] = [
  /^language$|^habits$/, // facts about the language, not texts
  /^app\.(?:name|fullName)$/, // the name of the product
  /^engines\./, // names of Microsoft's products
  /^groupKinds\.microsoft-365$/,
  /^(?:groupKinds\.distribution|engineReport\.agents)$/, // "Distribution", "Agents": French has the same words
  /^form\.personNameHint$/, // an example of a sign-in name
  /^(?:commands\.\w+\.\d|help\.(?:commands\.\d|prerequisites)\.0)$/, // English is understood everywhere
  /^(?:request\.forWhom|bulk\.rowTitle)$/, // "Ada in Finance Reports": German has the same word
  /^sources\.(?:cloud-sync|active-directory)$/, // names of Microsoft's products
  /^(?:request\.number|list\.open)$/, // a word and a number; "Open WB-7K3F2Q9X"
  /^(?:stepNames|plan|tenant|outcome)\.\w+$/, // labels of one word: Server, Status
  /^evidence\.(?:names|values)\.\w+$/, // of one word too: "Code", "no"
];

function compare(english: unknown, other: unknown, path: readonly string[]): readonly string[] {
  const key = path.join('.');
  if (typeof english !== typeof other || Array.isArray(english) !== Array.isArray(other)) {
    return [`${key}: is ${kindOf(other)} instead of ${kindOf(english)}`];
  }
  if (typeof english === 'string' || typeof english === 'function') {
    return compareTexts(english, other, key);
  }
  if (typeof english !== 'object' || english === null) {
    return [];
  }
  const [left, right] = [toMap(english), toMap(other)];
  // How many ways there are to say a command or a unit is the language's own affair.
  const isFree =
    ['commands', 'units'].some((each) => path.includes(each)) && Array.isArray(english);
  const keys = isFree ? [...right.keys()] : [...new Set([...left.keys(), ...right.keys()])];
  return keys.flatMap((name) => {
    const [one, two] = [left.get(name), right.get(name)];
    return isFree && one === undefined ? [] : compare(one, two, [...path, name]);
  });
}

function compareTexts(english: unknown, other: unknown, key: string): readonly string[] {
  if (
    typeof english === 'function' &&
    typeof other === 'function' &&
    english.length !== other.length
  ) {
    return [`${key}: takes ${other.length} arguments instead of ${english.length}`];
  }
  const [before, after] = [sample(english), sample(other)];
  if (after.trim() === '') {
    return [`${key}: is empty`];
  }
  const isText = /\p{L}{2}/u.test(before);
  const maySame = same.some((pattern) => pattern.test(key));
  return isText && !maySame && before === after ? [`${key}: is still English`] : [];
}

/** A text, or what it makes of 2 for each argument. */
function sample(text: unknown): string {
  return typeof text === 'function'
    ? String(
        Reflect.apply(
          text,
          undefined,
          Array.from({ length: text.length }, () => 2),
        ),
      )
    : String(text);
}

function toMap(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'an array' : typeof value;
}
