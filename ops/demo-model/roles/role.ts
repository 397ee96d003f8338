import type { Situation } from '../situation.ts';

/** One way to answer. To add a role, write a file here and a line in registry.ts. */
export interface Role {
  name: string;
  /** Finds the role in a system prompt; the role that is mentioned first is used. */
  pattern: RegExp;
  answer: (situation: Situation) => string;
}
