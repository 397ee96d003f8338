import { autogenFinding } from '../findings/finding.ts';
import { at, isRecord, type Place, type Report } from './report.ts';

/**
 * Reads the fields of a component's configuration as AutoGen's schemas do: null counts as absent for an optional
 * field, a number may be in quotes. Errors go to the report and reading continues with a substitute, so that one
 * import lists all errors. Unknown fields are listed at the end.
 */
export interface Fields {
  place: Place;
  /** The value, for fields of many shapes; undefined if there is none. */
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
  /** Lists the fields that were not read. */
  end(): void;
}

/** Reads an object; anything else is a problem, and reads as an empty one. */
export function fieldsOf(place: Place, report: Report): Fields {
  if (!isRecord(place.value)) {
    report.problems.push({
      path: place.path,
      message: autogenFinding('notObject', { found: kindOf(place.value) }),
      fix: autogenFinding('fixObject'),
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
      message: autogenFinding('missing', { key }),
      fix: autogenFinding('fixMissing', { key }),
    });
  };
  const wrong = (found: Place, expected: string): void => {
    report.problems.push({
      path: found.path,
      message: autogenFinding('unlike', { found: kindOf(found.value), expected }),
      fix: autogenFinding('fixUnlike', { expected }),
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

  const textOr = optional(
    (value) => (typeof value === 'string' ? value : undefined),
    autogenFinding('aText'),
    '',
  );
  const integerOr = optional(parseInteger, autogenFinding('aWholeNumber'), 1);
  const numberOr = optional(parseNumber, autogenFinding('aNumber'), 1);
  const flagOr = optional(parseFlag, autogenFinding('trueOrFalse'), false);

  const list = (key: string): Place[] | null => {
    const found = raw(key);
    if (found === undefined) return null;
    if (Array.isArray(found.value)) return found.value.map((value, index) => at(found, index, value));
    wrong(found, autogenFinding('isList'));
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
      if (choice === undefined)
        wrong(found, autogenFinding('oneOf', { values: choices.map((each) => `"${each}"`).join(', ') }));
      return choice ?? otherwise;
    },
    list,
    texts: (key) =>
      list(key)?.flatMap((entry) => {
        if (typeof entry.value === 'string') return [entry.value];
        wrong(entry, autogenFinding('aText'));
        return [];
      }) ?? null,
    object,
    entries: (key) => {
      const found = raw(key);
      if (found === undefined) return null;
      if (isRecord(found.value)) {
        return Object.entries(found.value).map(([name, value]) => [name, at(found, name, value)]);
      }
      wrong(found, autogenFinding('isObject'));
      return [];
    },
    notNull: (...keys) => {
      for (const key of keys.filter((each) => Object.hasOwn(record, each) && record[each] === null)) {
        report.problems.push({
          path: at(place, key, null).path,
          message: autogenFinding('nullField'),
          fix: autogenFinding('fixNull', { key }),
        });
      }
    },
    missing,
    end: () => {
      for (const [key, value] of Object.entries(record)) {
        if (isRead.has(key) || value === null) continue;
        report.notes.push({
          path: at(place, key, null).path,
          message: autogenFinding('unknownField', { key }),
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
  if (value === undefined) return autogenFinding('isMissing');
  if (value === null) return autogenFinding('isNull');
  if (Array.isArray(value)) return autogenFinding('isList');
  if (typeof value === 'object') return autogenFinding('isObject');
  if (typeof value === 'string')
    return autogenFinding('isText', { text: JSON.stringify(value.slice(0, 40)) });
  return typeof value === 'number'
    ? autogenFinding('isNumber', { text: String(value) })
    : JSON.stringify(value);
}
