/** JSON that stays JSON at the store (jsonb), where a list would else be taken for an array. */
export class Jsonb {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** A value as it travels to the store. A list is an array of the database; a vector goes as text (`vectorText`). */
export type KnowledgeArgument = string | number | boolean | null | Jsonb | readonly (string | number)[];

/**
 * One way to the functions of the schema `knowledge`. All give the same answers and the same errors: `KnowledgeError` where
 * the store refuses, `KnowledgeAwayError` where it can't be reached.
 */
export interface KnowledgeDoor {
  /** Where it leads, as people are told it. */
  readonly address: string;
  /** Calls a function by its name with named arguments: its rows as JSON objects, or its one value, alone in the list. */
  call(name: string, args: Record<string, KnowledgeArgument>): Promise<unknown[]>;
  close(): Promise<void>;
}

/** A vector in pgvector's notation. */
export function vectorText(vector: readonly number[]): string {
  return `[${vector.join(',')}]`;
}
