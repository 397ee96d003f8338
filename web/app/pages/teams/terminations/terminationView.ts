import type { ReactNode } from 'react';
import type { LeafConditions, LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import type { Words } from '../../../views/format/useWords.ts';

/** A kind of termination condition as people see it; its words stand in the catalogues (languages/en/terminations.ts). */
export interface TerminationView<Kind extends LeafKind> {
  /** What stands in a team's JSON when one is added: AutoGen's defaults where it has some. */
  make(): LeafConditions[Kind];
  /** A sentence's part: "A conversation ends when …". */
  inWords(condition: LeafConditions[Kind], words: Words): string;
  /** Its fields in the editor; absent: it has none. */
  Fields?: (props: { path: TeamPath }) => ReactNode;
}
