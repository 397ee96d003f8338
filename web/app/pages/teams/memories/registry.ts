import type { MemoryKindName } from '../../../../../workflows/domain/memory/registry.ts';
import { list } from './kinds/list.tsx';
import { longTerm } from './kinds/longTerm.tsx';
import type { MemoryView } from './memoryView.ts';

/** Every kind of memory as people see it, in the order of the editor's list. */
const memoryViews = {
  long_term: longTerm,
  list,
} satisfies { [Kind in MemoryKindName]: MemoryView<Kind> };

export const MEMORY_KINDS = Object.keys(memoryViews) as MemoryKindName[];

/** How a memory's kind is shown. */
export function viewOfMemory(memory: { kind: MemoryKindName }): MemoryView<MemoryKindName> {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return memoryViews[memory.kind] as MemoryView<MemoryKindName>;
}

/** Whether it is the name of a kind: the editor's JSON may contain anything. */
export function isMemoryKind(kind: string): kind is MemoryKindName {
  return Object.hasOwn(memoryViews, kind);
}
