import type { MemoryKind } from '../kind.ts';

/** What the team remembers from its earlier conversations: read when a run begins, written when it has ended. */
export interface LongTermMemory {
  kind: 'long_term';
  /** At most so many entries are given. */
  count: number;
}

export const longTerm: MemoryKind<LongTermMemory> = {
  contents: () => [],
  recalls: ({ count }) => count,
};
