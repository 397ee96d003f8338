import type { ReactNode } from 'react';
import type { MemoriesByKind, MemoryKindName } from '../../../../../workflows/domain/memory/registry.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** A kind of memory as people see it; its name is in the catalogues (languages/en/memories.ts). */
export interface MemoryView<Kind extends MemoryKindName> {
  /** The initial value in a team's JSON. */
  make(): MemoriesByKind[Kind];
  /** What it gives to an agent's model, as a team's page shows it. */
  Facts: (props: { memory: MemoriesByKind[Kind] }) => ReactNode;
  /** Its fields in the editor. */
  Fields: (props: { path: TeamPath }) => ReactNode;
}
