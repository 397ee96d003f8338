import type { Json } from '../../../workflows/domain/json.ts';
import { keywordsOf, shorten, subjectOf } from '../words.ts';

type Schema = Record<string, Json>;

/** The purpose of a value. */
export interface Purpose {
  task: string;
  /** The whole schema, which `$ref` refers to. */
  root: Json;
}

const MAX_DEPTH = 12;

/** A value that satisfies a JSON Schema and looks as if the task had been read. */
export function plausible(schema: Json, purpose: Purpose, name = '', depth = 0): Json {
  const resolved = resolve(schema, purpose.root);
  if (!isSchema(resolved) || depth > MAX_DEPTH) return textFor({}, name, purpose);
  const { const: constant, default: standard, enum: choices, examples } = resolved;
  if (constant !== undefined) return constant;
  if (Array.isArray(choices) && choices.length > 0) return chosen(choices, purpose.task);
  const alternatives = resolved.anyOf ?? resolved.oneOf;
  if (Array.isArray(alternatives)) {
    const first = alternatives.find((each) => isSchema(each) && each.type !== 'null') ?? alternatives[0];
    const description = resolved.description ?? null;
    return plausible(
      isSchema(first ?? null) ? { description, ...(first as Schema) } : null,
      purpose,
      name,
      depth + 1,
    );
  }
  if (Array.isArray(resolved.allOf)) {
    const parts = resolved.allOf.map((each) => resolve(each, purpose.root)).filter(isSchema);
    return plausible(
      Object.assign({}, ...parts, { ...resolved, allOf: undefined }) as Json,
      purpose,
      name,
      depth + 1,
    );
  }
  if (standard !== undefined && standard !== null && typeOf(resolved) !== 'object') return standard;
  if (Array.isArray(examples) && examples[0] !== undefined) return examples[0];
  switch (typeOf(resolved)) {
    case 'object':
      return objectFor(resolved, purpose, depth);
    case 'array': {
      const count = Math.max(1, numberOr(resolved.minItems, 1));
      return Array.from({ length: Math.min(count, 20) }, () =>
        plausible(resolved.items ?? {}, purpose, name, depth + 1),
      );
    }
    case 'integer':
      return Math.round(numberFor(resolved, purpose));
    case 'number':
      return numberFor(resolved, purpose);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textFor(resolved, name, purpose);
  }
}

function objectFor(schema: Schema, purpose: Purpose, depth: number): Json {
  const properties = isSchema(schema.properties ?? null) ? (schema.properties as Schema) : {};
  const required = Array.isArray(schema.required) ? schema.required : Object.keys(properties);
  const wanted = required.filter((key) => typeof key === 'string');
  return Object.fromEntries(
    wanted.map((key) => [key, plausible(properties[key] ?? {}, purpose, key, depth + 1)]),
  );
}

function chosen(choices: readonly Json[], task: string): Json {
  const mentioned = choices.find(
    (choice) =>
      typeof choice === 'string' && choice !== '' && task.toLowerCase().includes(choice.toLowerCase()),
  );
  return mentioned ?? choices[0] ?? null;
}

function numberFor(schema: Schema, { task }: Purpose): number {
  const found = /\d+(?:,\d{3})*(?:\.\d+)?/.exec(task)?.[0].replaceAll(',', '');
  const least = numberOr(schema.minimum, numberOr(schema.exclusiveMinimum, -Infinity - 1) + 1);
  const most = numberOr(schema.maximum, numberOr(schema.exclusiveMaximum, Infinity) - 1);
  const step = numberOr(schema.multipleOf, 0);
  const wanted = Math.min(most, Math.max(least, found === undefined ? 3 : Number(found)));
  return step > 0 ? Math.ceil(wanted / step) * step : wanted;
}

/** Chosen by a field's name and description: an address, a date, a place, an expression, or else the task's subject. */
const TEXTS: [RegExp, (task: string) => string][] = [
  [/e-?mail/i, (task) => /[\w.+-]{1,64}@[\w.-]{1,190}\w/.exec(task)?.[0] ?? 'someone@example.com'],
  [
    /\b(url|uri|link|address of a page|website|webpage)\b/i,
    (task) => /https?:\/\/[^\s)>"']+/.exec(task)?.[0] ?? 'https://example.com/',
  ],
  [/date-time|timestamp|iso 8601/i, () => '2026-01-15T09:00:00Z'],
  [/\bdate\b|YYYY-MM-DD|\bday\b/i, (task) => /\d{4}-\d{2}-\d{2}/.exec(task)?.[0] ?? '2026-01-15'],
  [/\btime\b/i, () => '09:00'],
  [/expression|formula|arithmetic|equation/i, expressionIn],
  [
    /\b(city|location|place|town|country)\b/i,
    (task) => /(?:in|of|for|at|to) (\p{Lu}\p{L}+)/u.exec(task)?.[1] ?? 'Berlin',
  ],
  [/\b(path|file ?name|file)\b/i, (task) => /[\w./-]{1,200}\.\w{1,5}\b/.exec(task)?.[0] ?? 'README.md'],
  [/\b(operator|operation)\b/i, (task) => /[+*/-]/.exec(task)?.[0] ?? '+'],
  [/\bcode\b|python/i, () => 'print("Hello from the demo model")'],
  [/(^|_)(id|number|code|key)$|\bnumber of\b/i, (task) => /\b[A-Z]{0,4}-?\d[\w-]*/.exec(task)?.[0] ?? '1'],
  [/language/i, () => 'en'],
  [
    /\b(query|question|search|topic|prompt|task|text|message|input|content|instruction|request)\b/i,
    subjectOf,
  ],
];

function textFor(schema: Schema, name: string, { task }: Purpose): string {
  const { description, format, pattern } = schema;
  const words = [
    name.replaceAll(/[_-]/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2'),
    name,
    format,
    description,
  ];
  const about = (word: Json | undefined) => TEXTS.find(([is]) => typeof word === 'string' && is.test(word));
  const [, make] = words.map(about).find((each) => each !== undefined) ?? [];
  const example =
    typeof description === 'string'
      ? /(?:for example|e\.g\.|such as) `?['"]?([^'"`,;)]+)/i.exec(description)?.[1]
      : undefined;
  const text = make?.(task) ?? example ?? (keywordsOf(task, 1)[0] || 'example');
  const isFit = typeof pattern !== 'string' || fits(pattern, text);
  const fitting = isFit ? text : (example ?? text);
  const most = numberOr(schema.maxLength, 400);
  return shorten(fitting, most)
    .slice(0, Math.max(0, most))
    .padEnd(Math.min(numberOr(schema.minLength, 0), 1_000), '.');
}

/** A pattern from a request is tried only on a short text. */
function fits(pattern: string, text: string): boolean {
  try {
    return text.length > 100 || new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

/** The expression in the task, or one of its numbers. */
function expressionIn(task: string): string {
  const own = /\({0,9}\d[\d.]{0,30}(?:\s?(?:\*\*|[-+*/%()])\s?\({0,9}\d[\d.]{0,30}\){0,9}){1,50}/.exec(
    task,
  )?.[0];
  const numbers = task.replaceAll(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? ['3', '4'];
  return own ?? numbers.slice(0, 3).join(' * ');
}

function resolve(schema: Json, root: Json): Json {
  let found = schema;
  for (let step = 0; step < 5 && isSchema(found) && typeof found.$ref === 'string'; step += 1) {
    const path = found.$ref.replace(/^#\/?/, '').split('/').filter(Boolean);
    found = path.reduce<Json>((value, key) => (isSchema(value) ? (value[key] ?? null) : null), root);
  }
  return found;
}

function typeOf({ type, properties }: Schema): string {
  const named = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  if (typeof named === 'string') return named;
  return properties === undefined ? 'string' : 'object';
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function isSchema(value: Json): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
