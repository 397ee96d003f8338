import { z } from 'zod';
import { FINAL_ANSWER_PROMPT } from '../../../domain/patterns/kinds/magenticOne/prompts.ts';
import { from } from '../../autogen/report.ts';
import { autogenFinding } from '../../findings/finding.ts';
import { integer, object, text } from '../../teamSchema/fields.ts';
import { modelClientSchema } from '../../teamSchema/model.ts';
import type { PatternContract } from '../contract.ts';
import { unlessOwn } from '../unlessOwn.ts';

const count = z.number().int().nonnegative();

export const magenticOne: PatternContract<'magentic_one'> = {
  config: object({
    kind: z.literal('magentic_one'),
    model: modelClientSchema.nullable(),
    maxStalls: integer(1, 1_000),
    maxResets: integer(0, 1_000).nullable(),
    finalAnswerPrompt: text(100_000, 1).nullable(),
  }),
  planned: z.object({
    kind: z.literal('magentic_one'),
    maxTurns: z.number().int().nullable(),
    maxStalls: z.number().int(),
    maxResets: z.number().int().nullable(),
  }),
  state: z.object({
    kind: z.literal('magentic_one'),
    phase: z.enum(['plan', 'progress', 'replan', 'speak', 'final_answer', 'finished']),
    rounds: count,
    stalls: count,
    resets: count,
    speaker: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  works: {
    plan: z.object({ kind: z.literal('plan') }),
    replan: z.object({ kind: z.literal('replan') }),
    progress: z.object({ kind: z.literal('progress'), lastStall: z.boolean() }),
    final_answer: z.object({ kind: z.literal('final_answer'), reason: z.string() }),
  },
  autogen: {
    component: 'MagenticOneGroupChat',
    description: 'A team of agents.',
    read: (fields, reader) =>
      from(reader.report, fields.place, {
        kind: 'magentic_one' as const,
        model: reader.model(fields),
        maxStalls: fields.integer('max_stalls'),
        maxResets: null,
        finalAnswerPrompt: unlessOwn(fields.text('final_answer_prompt'), FINAL_ANSWER_PROMPT),
      }),
    write: (pattern, path, writer) => {
      if (pattern.maxResets !== null) {
        writer.note(`${path}.maxResets`, autogenFinding('maxResets'));
      }
      return {
        model_client: writer.model(pattern.model, `${path}.model`),
        max_stalls: pattern.maxStalls,
        final_answer_prompt: pattern.finalAnswerPrompt ?? FINAL_ANSWER_PROMPT,
      };
    },
    fromFirstForm: (part) => ({
      max_stalls: part.max_stalls ?? 3,
      final_answer_prompt: part.final_answer_prompt ?? FINAL_ANSWER_PROMPT,
    }),
  },
};
