import {
  isJoined,
  type LeafCondition,
  type TerminationCondition,
} from '../../domain/terminations/condition.ts';
import type { AutogenMapping } from '../terminations/contract.ts';
import { AUTOGEN_CONDITIONS, terminationContracts } from '../terminations/registry.ts';
import { component, type Writer, type WrittenComponent } from './writer.ts';

const TYPE = 'termination';

/** A condition as AutoGen has it; null: AutoGen has none like it, which is noted. */
export function writeTermination(
  condition: TerminationCondition,
  path: string,
  writer: Writer,
): WrittenComponent | null {
  if (!isJoined(condition)) return writeLeaf(condition, path, writer);
  const conditions = condition.conditions.flatMap(
    (each, index) => writeTermination(each, `${path}.conditions[${String(index)}]`, writer) ?? [],
  );
  const name = `autogen_agentchat.base.${condition.kind === 'and' ? 'And' : 'Or'}TerminationCondition`;
  return conditions.length === 0 ? null : component(name, TYPE, { conditions });
}

function writeLeaf(condition: LeafCondition, path: string, writer: Writer): WrittenComponent | null {
  // Each kind is registered under its own name, so it gets its own condition; TypeScript can't infer that.
  const mapping = terminationContracts[condition.kind].autogen as AutogenMapping<LeafCondition>;
  if (mapping.component === null) {
    writer.note(path, mapping.note);
    return null;
  }
  for (const { field, message } of mapping.notes?.(condition) ?? []) writer.note(`${path}.${field}`, message);
  const config = mapping.write(condition);
  const written = component(`${AUTOGEN_CONDITIONS}.${mapping.component}`, TYPE, config);
  if (mapping.keepsNulls !== true) return written;
  const entries = Object.entries(config).map(([key, value]) => [key, value ?? null] as const);
  return { ...written, config: Object.fromEntries(entries) };
}
