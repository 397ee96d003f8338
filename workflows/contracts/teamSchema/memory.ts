import { z } from 'zod';
import { type MemoryConfig, type MemoryKindName, memoryKindNames } from '../../domain/memory/registry.ts';
import { memoryContracts } from '../memories/registry.ts';
import { object, ofKinds, unknownKind } from './fields.ts';

/** What an agent's model is given besides what it has seen, as a person may write it. */
export const memorySchema = ofKinds<MemoryConfig>(
  memoryKindNames.map((kind) => schemaOf(kind)),
  unknownKind(memoryKindNames),
);

function schemaOf(kind: MemoryKindName) {
  const schema = object({ kind: z.literal(kind), ...memoryContracts[kind].fields });
  return schema as unknown as z.ZodType<MemoryConfig>;
}
