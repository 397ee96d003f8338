import { type MemoryConfig, type MemoryKindName, memoryKindNames } from '../../domain/memory/registry.ts';
import { componentOf } from '../autogen/component.ts';
import { from, type Place, type Report } from '../autogen/report.ts';
import type { Writer, WrittenComponent } from '../autogen/writer.ts';
import { autogenFinding } from '../findings/finding.ts';
import type { MemoryContract } from './contract.ts';
import { list } from './kinds/list.ts';
import { longTerm } from './kinds/longTerm.ts';

/** Every kind of memory, where it crosses a boundary. */
export const memoryContracts = {
  list,
  long_term: longTerm,
} satisfies { [Kind in MemoryKindName]: MemoryContract<Kind> };

/** How a memory's kind is written. */
export function contractOfMemory(memory: { kind: MemoryKindName }) {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return memoryContracts[memory.kind] as MemoryContract<MemoryKindName>;
}

/** The full names of AutoGen's classes that are read as memories. */
export function autogenMemoryClasses(): string[] {
  return memoryKindNames.map((kind) => contractOfMemory({ kind }).autogen.provider);
}

/** Reads an agent's memories; those of classes that no kind is are left out. */
export function readMemories(places: readonly Place[], report: Report): MemoryConfig[] {
  return places.flatMap((place) => {
    const component = componentOf(place, 'memory', report);
    if (component === null) return [];
    const { name, fields } = component;
    const known = memoryKindNames
      .map((kind) => contractOfMemory({ kind }).autogen)
      .find(({ provider }) => provider.endsWith(`.${name}`));
    if (known === undefined) {
      report.notes.push({ path: place.path, message: autogenFinding('memory', { name }) });
      return [];
    }
    const memory = known.read(fields, report);
    fields.end();
    return [from(report, fields.place, memory)];
  });
}

/** A memory as AutoGen's component. */
export function writeMemory(memory: MemoryConfig, path: string, writer: Writer): WrittenComponent {
  return contractOfMemory(memory).autogen.write(memory, path, writer);
}
