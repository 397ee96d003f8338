/** An object with unknown fields: input from outside that has not been checked yet. */
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

/** A text; empty if the value is not a text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A number of tokens; null if it is not one. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
