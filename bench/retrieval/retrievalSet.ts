import { createHash } from 'node:crypto';

/** Passages, and questions whose answers are known. */
export interface RetrievalSet {
  name: string;
  /** The model that embeds it. */
  language: 'english' | 'chinese';
  entries: SetEntry[];
  questions: SetQuestion[];
}

export interface SetEntry {
  /** What a question has to find: entries of one document share it. */
  key: string;
  /** The text that is embedded and searched for words. */
  content: string;
  metadata: Record<string, unknown>;
}

export interface SetQuestion {
  text: string;
  /** The kind of question; figures are reported per kind. */
  kind: string;
  /** What answers it, by key, and how well (above 0, up to 1). */
  gains: ReadonlyMap<string, number>;
  /** Restricts which entries are candidates. */
  filter: Record<string, unknown>;
}

export type Half = 'development' | 'test';

/**
 * The half that a question belongs to, derived from its text alone: the same in every run, whatever else is in the
 * set.
 */
export function halfOf({ text }: SetQuestion): Half {
  return hashOf(`half ${text}`) < '8' ? 'development' : 'test';
}

/** SHA-256, in hexadecimal: for choices that look random and are the same in every run. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
