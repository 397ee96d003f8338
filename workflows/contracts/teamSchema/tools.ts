import { z } from 'zod';
import type { ToolPolicy } from '../../domain/team.ts';
import { teamFinding } from '../findings/finding.ts';
import { askingSchema } from '../tasks/asking.ts';
import { flag, integer, object, text, unknownKind } from './fields.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Any text of one line: providers are sent what they take for a function's name (see domain/names/wireNames.ts). */
export const toolName = text(200, 1).regex(/^(?! )[^\p{C}\p{Zl}\p{Zp}]+(?<! )$/u, teamFinding('toolName'));

export const toolPolicySchema: z.ZodType<ToolPolicy> = object({
  tool: text(200, 1),
  approval: z.discriminatedUnion(
    'kind',
    [
      object({ kind: z.literal('never') }),
      object({ kind: z.literal('always') }),
      object({ kind: z.literal('when'), expression: text(10_000, 1) }),
      object({ kind: z.literal('after_documents') }),
    ],
    { error: unknownKind(['never', 'always', 'when', 'after_documents']) },
  ),
  timeoutSeconds: integer(1, DAY_SECONDS),
  maxResultBytes: integer(1, 10 * 1024 * 1024),
  idempotent: flag(),
  asking: askingSchema.optional(),
});
