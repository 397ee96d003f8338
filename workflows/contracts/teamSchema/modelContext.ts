import { z } from 'zod';
import type { ModelContextConfig } from '../../domain/modelContext/config.ts';
import { type ContextKindName, contextKindNames } from '../../domain/modelContext/registry.ts';
import { teamFinding } from '../findings/finding.ts';
import { contextContracts } from '../modelContexts/registry.ts';
import { object, ofKinds, text, unknownKind } from './fields.ts';

const initial = z
  .array(
    z.discriminatedUnion('role', [
      object({ role: z.literal('system'), content: text(100_000) }),
      object({ role: z.enum(['user', 'assistant']), source: text(100, 1), content: text(100_000) }),
    ]),
  )
  .max(100, teamFinding('contextTooLong', { max: 100 }))
  .optional();

/** What of its view a model is shown, as a person may write it. */
export const modelContextSchema = ofKinds<ModelContextConfig>(
  contextKindNames.map((kind) => contextSchema(kind)),
  unknownKind(contextKindNames),
);

function contextSchema(kind: ContextKindName) {
  const schema = object({ kind: z.literal(kind), ...contextContracts[kind].fields, initial });
  return schema as unknown as z.ZodType<ModelContextConfig>;
}
