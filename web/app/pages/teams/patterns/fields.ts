import type { ComponentType } from 'react';
import type { PatternKind } from '../../../../../workflows/domain/patterns/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { GraphFields } from '../editor/graph/GraphFields.tsx';
import { MagenticOneFields } from './MagenticOneFields.tsx';
import { SelectorFields } from './SelectorFields.tsx';

/** Each pattern's fields in the editor; null if it has none. */
export const patternFields: { [Kind in PatternKind]: ComponentType<{ path: TeamPath }> | null } = {
  round_robin: null,
  single_agent: null,
  selector: SelectorFields,
  swarm: null,
  graph: GraphFields,
  magentic_one: MagenticOneFields,
};
