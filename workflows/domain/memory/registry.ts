import type { MemoryKind } from './kind.ts';
import { list } from './kinds/list.ts';
import { longTerm } from './kinds/longTerm.ts';

/** Every kind of memory: AutoGen's list, and what a team remembers. */
const memoryKinds = {
  list,
  long_term: longTerm,
};

type Kinds = typeof memoryKinds;

export type MemoryKindName = keyof Kinds;

/** The configuration in a team, by kind. */
export type MemoriesByKind = {
  [Kind in MemoryKindName]: Kinds[Kind] extends MemoryKind<infer Config> ? Config : never;
};

export type MemoryConfig = MemoriesByKind[MemoryKindName];

export const memoryKindNames = Object.keys(memoryKinds) as MemoryKindName[];

/** What a memory's kind does. */
export function kindOfMemory(memory: { kind: MemoryKindName }) {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return memoryKinds[memory.kind] as MemoryKind<MemoryConfig>;
}
