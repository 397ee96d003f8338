import type { MemoryContent } from '../../transcript/entry.ts';
import type { MemoryKind } from '../kind.ts';

/** Contents that stand in the team itself (AutoGen's ListMemory). */
export interface ListMemory {
  kind: 'list';
  name: string | null;
  contents: MemoryContent[];
}

export const list: MemoryKind<ListMemory> = {
  contents: ({ contents }) => contents,
  recalls: () => 0,
};
