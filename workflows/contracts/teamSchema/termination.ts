import { z } from 'zod';
import type { TerminationCondition } from '../../domain/terminations/condition.ts';
import { flag, integer, list, object, positiveNumber, text, unknownKind } from './fields.ts';

const kinds = [
  'max_messages',
  'text_mention',
  'stop_message',
  'token_usage',
  'cost',
  'timeout',
  'handoff',
  'source_match',
  'text_message',
  'function_call',
  'external',
  'expression',
  'and',
  'or',
] as const satisfies readonly TerminationCondition['kind'][];

const name = text(200, 1);
const names = list(name, 100).min(1, 'Is empty; name somebody');
const tokens = integer(1, 1_000_000_000_000).nullable();

/** A termination condition of any depth that a person could have written. */
export const terminationConditionSchema: z.ZodType<TerminationCondition> = z.lazy(() => {
  const conditions = list(terminationConditionSchema, 1_000).min(1, 'Is empty; add a condition');
  return z.discriminatedUnion(
    'kind',
    [
      object({
        kind: z.literal('max_messages'),
        maxMessages: integer(1, 1_000_000),
        includeAgentEvents: flag(),
      }),
      object({ kind: z.literal('text_mention'), text: text(1_000, 1), sources: names.nullable() }),
      object({ kind: z.literal('stop_message') }),
      object({
        kind: z.literal('token_usage'),
        maxTotal: tokens,
        maxPrompt: tokens,
        maxCompletion: tokens,
      }).refine(
        ({ maxTotal, maxPrompt, maxCompletion }) => (maxTotal ?? maxPrompt ?? maxCompletion) !== null,
        'Has no limit; set maxTotal, maxPrompt or maxCompletion',
      ),
      object({ kind: z.literal('cost'), maxMicroUsd: integer(1, 1_000_000_000_000) }),
      object({ kind: z.literal('timeout'), seconds: positiveNumber(366 * 24 * 60 * 60) }),
      object({ kind: z.literal('handoff'), target: name }),
      object({ kind: z.literal('source_match'), sources: names }),
      object({ kind: z.literal('text_message'), source: name.nullable() }),
      object({ kind: z.literal('function_call'), functionName: name }),
      object({ kind: z.literal('external') }),
      object({ kind: z.literal('expression'), expression: text(10_000, 1) }),
      object({ kind: z.literal('and'), conditions }),
      object({ kind: z.literal('or'), conditions }),
    ],
    { error: unknownKind(kinds) },
  );
});
