import type { ReactNode } from 'react';
import type { LeafConditions, LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** A kind of termination condition as people see it. */
export interface TerminationView<Kind extends LeafKind> {
  /** What the editor calls it. */
  name: string;
  /** What stands in a team's JSON when one is added: AutoGen's defaults where it has some. */
  make(): LeafConditions[Kind];
  /** A sentence's part: "It is over when …". */
  inWords(condition: LeafConditions[Kind]): string;
  /** Its fields in the editor; absent: it has none. */
  Fields?: (props: { path: TeamPath }) => ReactNode;
}
