import type { ReactNode } from 'react';
import type { LeafConditions, LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** A kind of termination condition in the editor; its words stand in views/teams/terminations. */
export interface TerminationView<Kind extends LeafKind> {
  /** The initial JSON: AutoGen's defaults if it has any. */
  make(): LeafConditions[Kind];
  /** Its fields in the editor; absent if it has none. */
  Fields?: (props: { path: TeamPath }) => ReactNode;
}
