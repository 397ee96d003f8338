import { at, isRecord, type Place, type Report } from './report.ts';

/**
 * Reads the fields of a component's configuration as AutoGen's schemas do: null counts as absent where a field is
 * optional, a number may stand in quotes. What is wrong goes to the report and reading goes on with a stand-in, so that
 * one import names all that is wrong. Fields that nobody asked for are named at the end.
 */
export interface Fields {
  place: Place;
  /** What stands there, for fields of many shapes; undefined: nothing. */
  raw(key: string): Place | undefined;
  text(key: string): string;
  textOr<Default>(key: string, otherwise: Default): string | Default;
  integer(key: string): number;
  integerOr<Default>(key: string, otherwise: Default): number | Default;
  number(key: string): number;
  numberOr<Default>(key: string, otherwise: Default): number | Default;
  flag(key: string): boolean;
  flagOr<Default>(key: string, otherwise: Default): boolean | Default;
  choiceOr<Choice extends string, Default>(
    key: string,
    choices: readonly Choice[],
    otherwise: Default,
  ): Choice | Default;
  /** The places of a list's entries; null: the field is absent. */
  list(key: string): Place[] | null;
  texts(key: string): string[] | null;
  /** An object's fields; null: the field is absent. */
  object(key: string): Fields | null;
  /** The entries of an object of any keys; null: the field is absent. */
  entries(key: string): [string, Place][] | null;
  /** Refuses null in fields that may be absent, but not null. */
  notNull(...keys: string[]): void;
  /** Says of an absent field that it is missing. */
  missing(key: string): void;
  /** Names the fields that nobody has asked for. */
  end(): void;
}

/** Reads an object; anything else is a problem, and reads as an empty one. */
export function fieldsOf(place: Place, report: Report): Fields {
  if (!isRecord(place.value)) {
    report.problems.push({
      path: place.path,
      message: `Is ${kindOf(place.value)}, but has to be an object`,
      fix: 'Write an object in braces.',
    });
  }
  const record = isRecord(place.value) ? place.value : {};
  const isRead = new Set<string>();

  const raw = (key: string): Place | undefined => {
    isRead.add(key);
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    return value === undefined || value === null ? undefined : at(place, key, value);
  };
  const missing = (key: string): void => {
    report.problems.push({
      path: at(place, key, null).path,
      message: `${key} is missing`,
      fix: `Add ${key}; AutoGen wants it too.`,
    });
  };
  const wrong = (found: Place, expected: string): void => {
    report.problems.push({
      path: found.path,
      message: `Is ${kindOf(found.value)}, but has to be ${expected}`,
      fix: `Write ${expected}.`,
    });
  };
  const optional =
    <Value>(parse: (value: unknown) => Value | undefined, expected: string, standIn: Value) =>
    <Default>(key: string, otherwise: Default): Value | Default => {
      const found = raw(key);
      if (found === undefined) return otherwise;
      const value = parse(found.value);
      if (value === undefined) wrong(found, expected);
      return value ?? standIn;
    };
  const required =
    <Value>(read: (key: string, otherwise: null) => Value | null, standIn: Value) =>
    (key: string): Value => {
      const value = read(key, null);
      if (value === null) missing(key);
      return value ?? standIn;
    };

  const textOr = optional((value) => (typeof value === 'string' ? value : undefined), 'a text', '');
  const integerOr = optional(parseInteger, 'a whole number', 1);
  const numberOr = optional(parseNumber, 'a number', 1);
  const flagOr = optional(parseFlag, 'true or false', false);

  const list = (key: string): Place[] | null => {
    const found = raw(key);
    if (found === undefined) return null;
    if (Array.isArray(found.value)) return found.value.map((value, index) => at(found, index, value));
    wrong(found, 'a list');
    return [];
  };
  const object = (key: string): Fields | null => {
    const found = raw(key);
    return found === undefined ? null : fieldsOf(found, report);
  };

  return {
    place,
    raw,
    textOr,
    text: required(textOr, 'x'),
    integerOr,
    integer: required(integerOr, 1),
    numberOr,
    number: required(numberOr, 1),
    flagOr,
    flag: required(flagOr, false),
    choiceOr: (key, choices, otherwise) => {
      const found = raw(key);
      if (found === undefined) return otherwise;
      const choice = choices.find((each) => each === found.value);
      if (choice === undefined) wrong(found, `one of ${choices.map((each) => `"${each}"`).join(', ')}`);
      return choice ?? otherwise;
    },
    list,
    texts: (key) =>
      list(key)?.flatMap((entry) => {
        if (typeof entry.value === 'string') return [entry.value];
        wrong(entry, 'a text');
        return [];
      }) ?? null,
    object,
    entries: (key) => {
      const found = raw(key);
      if (found === undefined) return null;
      if (isRecord(found.value)) {
        return Object.entries(found.value).map(([name, value]) => [name, at(found, name, value)]);
      }
      wrong(found, 'an object');
      return [];
    },
    notNull: (...keys) => {
      for (const key of keys.filter((each) => Object.hasOwn(record, each) && record[each] === null)) {
        report.problems.push({
          path: at(place, key, null).path,
          message: 'Is null',
          fix: `Give ${key} a value, or leave it out.`,
        });
      }
    },
    missing,
    end: () => {
      for (const [key, value] of Object.entries(record)) {
        if (isRead.has(key) || value === null) continue;
        report.notes.push({
          path: at(place, key, null).path,
          message: `${key} is not known here and is left out`,
        });
      }
    },
  };
}

function parseNumber(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string' && /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(value))
    return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function parseInteger(value: unknown): number | undefined {
  const number = parseNumber(value);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

const FLAGS = new Map<unknown, boolean>([
  ...['true', 't', 'yes', 'y', 'on', '1'].map((word): [unknown, boolean] => [word, true]),
  ...['false', 'f', 'no', 'n', 'off', '0'].map((word): [unknown, boolean] => [word, false]),
  [1, true],
  [0, false],
]);

function parseFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return FLAGS.get(typeof value === 'string' ? value.toLowerCase() : value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
  return typeof value === 'number' ? `the number ${String(value)}` : JSON.stringify(value);
}
