import type { LeafConditions, LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import type { Words } from '../../format/useWords.ts';

/** A kind of termination condition in words; they are in the catalogues (languages/en/terminations.ts). */
export interface TerminationWords<Kind extends LeafKind> {
  /** Part of a sentence: "A conversation ends when …". */
  inWords(condition: LeafConditions[Kind], words: Words): string;
  /** The heading of its progress beside a conversation. */
  heading(condition: LeafConditions[Kind], words: Words): string;
}
