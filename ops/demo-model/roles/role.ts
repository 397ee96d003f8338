import type { Situation } from '../situation.ts';

/** One way to answer. A new role is a file here and a line in registry.ts. */
export interface Role {
  name: string;
  /** Finds the role in a system prompt; the role that is found first in the text is taken. */
  pattern: RegExp;
  answer: (situation: Situation) => string;
}
