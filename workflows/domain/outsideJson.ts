import type { Json } from './json.ts';

/** The limits of JSON from outside, which bound all code that walks through it. */
export interface JsonLimits {
  /** Lists and objects within each other. */
  depth: number;
  /** Values in all: texts, numbers, lists, objects and the like. */
  values: number;
}

/** Deeper and larger than any call, answer or schema that makes sense. */
export const OUTSIDE_JSON: JsonLimits = { depth: 200, values: 100_000 };

/** Why JSON is not read. */
export type JsonRefusal = 'too_deep' | 'too_many_values';

/** The result of reading JSON from outside; `not_json` has the parser's message. */
export type OutsideJson =
  | { kind: 'read'; value: Json }
  | { kind: 'too_deep' }
  | { kind: 'too_many_values' }
  | { kind: 'not_json'; error: SyntaxError };

/** The one way in which a JSON text from outside is read: its depth and size are known before anything is made of it. */
export function readOutsideJson(text: string, limits: JsonLimits = OUTSIDE_JSON): OutsideJson {
  const refusal = measureJsonText(text, limits);
  if (refusal !== null) return { kind: refusal };
  try {
    return { kind: 'read', value: JSON.parse(text) as Json };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'not_json', error };
    throw error;
  }
}

/** Measures JSON's text as it comes, by its code units or by the bytes of its UTF-8. Of what is no JSON it says anything. */
export class JsonGauge {
  readonly #limits: JsonLimits;
  #depth = 0;
  #values = 1;
  #isInText = false;
  #isEscaped = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** Whether the next character is within a string. */
  get isInText(): boolean {
    return this.#isInText;
  }

  /** Takes the next one; says where there is too much already. */
  add(unit: number): JsonRefusal | null {
    if (this.#isInText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (unit === BACKSLASH) this.#isEscaped = true;
      else if (unit === QUOTE || unit === NEWLINE) this.#isInText = false;
      return null;
    }
    switch (unit) {
      case QUOTE:
        this.#isInText = true;
        return null;
      case OPENING_BRACKET:
      case OPENING_BRACE:
        this.#depth += 1;
        this.#values += 1;
        break;
      case CLOSING_BRACKET:
      case CLOSING_BRACE:
        this.#depth -= 1;
        return null;
      case COMMA:
        this.#values += 1;
        break;
      default:
        return null;
    }
    if (this.#depth > this.#limits.depth) return 'too_deep';
    return this.#values > this.#limits.values ? 'too_many_values' : null;
  }
}

/** Ends a string, for code that continues after an error: JSON allows these characters only escaped. */
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** A search costs more than a step: it pays where a text goes on for longer than this. */
const SEARCH_AFTER = 64;

/** The same check for whole JSON, as text or bytes. It steps through what is dense in marks, and searches the rest. */
export function measureJsonText(text: string | Uint8Array, limits: JsonLimits): JsonRefusal | null {
  const gauge = new JsonGauge(limits);
  const unitAt =
    typeof text === 'string' ? (at: number) => text.charCodeAt(at) : (at: number) => text[at] ?? 0;
  const find = (unit: number, from: number) => {
    const at =
      typeof text === 'string' ? text.indexOf(String.fromCharCode(unit), from) : text.indexOf(unit, from);
    return at === -1 ? text.length : at;
  };
  // What ends a text, or means something in it.
  const marks = [QUOTE, NEWLINE, BACKSLASH].map((unit) => ({ unit, at: -1 }));
  let plain = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = unitAt(at);
    if (!gauge.isInText || unit === BACKSLASH || unit === QUOTE || unit === NEWLINE) plain = 0;
    else if (plain < SEARCH_AFTER) plain += 1;
    else {
      let nearest = text.length;
      for (const mark of marks) {
        if (mark.at < at) mark.at = find(mark.unit, at);
        nearest = Math.min(nearest, mark.at);
      }
      at = nearest - 1;
      continue;
    }
    const refusal = gauge.add(unit);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The same question of a value that somebody else has parsed. It does not recurse, and stops where it knows. */
export function measureJson(value: unknown, limits: JsonLimits = OUTSIDE_JSON): JsonRefusal | null {
  let values = 1;
  let level: object[] = isContainer(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limits.depth) return 'too_deep';
    const next: object[] = [];
    for (const container of level) {
      for (const key in container) {
        values += 1;
        if (values > limits.values) return 'too_many_values';
        const child: unknown = (container as Record<string, unknown>)[key];
        if (isContainer(child)) next.push(child);
      }
    }
    level = next;
  }
  return null;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
