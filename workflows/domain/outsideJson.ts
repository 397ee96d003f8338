import type { Json } from './json.ts';

/** What JSON from outside may be at most: whatever reads it, by recursion or value by value, comes to its end with that. */
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

/** What came of reading JSON from outside; `not_json` carries what the parser says. */
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

  /** Whether the next one stands within a text. */
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

/** Ends a text for those who read on after a mistake: JSON has it escaped alone. */
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;
/** What ends a text, or means something in it. */
const MARKS = [QUOTE, NEWLINE, BACKSLASH];

/** The same question of JSON's text or its bytes, whole: what stands within a text is leapt over. */
export function measureJsonText(text: string | Uint8Array, limits: JsonLimits): JsonRefusal | null {
  const gauge = new JsonGauge(limits);
  const next = (unit: number, from: number) =>
    typeof text === 'string' ? text.indexOf(String.fromCharCode(unit), from) : text.indexOf(unit, from);
  const marks = MARKS.map((unit) => ({ unit, at: next(unit, 0) }));
  for (let index = 0; index < text.length; index += 1) {
    if (gauge.isInText) {
      // Nothing else counts there.
      for (const mark of marks) if (mark.at !== -1 && mark.at < index) mark.at = next(mark.unit, index);
      index = Math.min(...marks.map(({ at }) => (at === -1 ? text.length : at)));
      if (index === text.length) return null;
    }
    const unit = typeof text === 'string' ? text.charCodeAt(index) : (text[index] ?? 0);
    if (unit === BACKSLASH && gauge.isInText) index += 1;
    else {
      const refusal = gauge.add(unit);
      if (refusal !== null) return refusal;
    }
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
