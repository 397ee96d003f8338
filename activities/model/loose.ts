/** An object of whose fields nothing is known: what comes from outside, before anybody has looked. */
export interface Loose {
  readonly [field: string]: unknown;
}

/** A value's fields; of what is no object none. */
export function fieldsOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text; of what is none the empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A count of tokens; null: it is none. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
