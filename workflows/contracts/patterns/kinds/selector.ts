import { z } from 'zod';
import { SELECTOR_PROMPT } from '../../../domain/request/selectorHistory.ts';
import { from } from '../../autogen/report.ts';
import { noteDropped } from '../../autogen/secrets.ts';
import { autogenFinding, teamFinding } from '../../findings/finding.ts';
import { flag, integer, object, text } from '../../teamSchema/fields.ts';
import { modelClientSchema } from '../../teamSchema/model.ts';
import { modelContextSchema } from '../../teamSchema/modelContext.ts';
import type { PatternContract } from '../contract.ts';
import { unlessOwn } from '../unlessOwn.ts';

export const selector: PatternContract<'selector'> = {
  config: object({
    kind: z.literal('selector'),
    model: modelClientSchema.nullable(),
    prompt: text(100_000, 1).nullable(),
    allowRepeatedSpeaker: flag(),
    maxAttempts: integer(1, 100),
    candidateFilter: text(10_000, 1).nullable(),
    streaming: flag(),
    context: modelContextSchema,
  }),
  planned: z.object({
    kind: z.literal('selector'),
    allowRepeatedSpeaker: z.boolean(),
    filtered: z.boolean(),
    shownAttempts: z.number().int().nonnegative(),
  }),
  state: z.object({
    kind: z.literal('selector'),
    previous: z.string().nullable(),
    chosen: z.string().nullable(),
  }),
  works: {
    select: z.object({
      kind: z.literal('select'),
      candidates: z.array(z.string()),
      previous: z.string().nullable(),
    }),
  },
  faults: (_pattern, { participants }) =>
    participants.length >= 2
      ? []
      : [
          {
            path: ['participants'],
            message: teamFinding('selectorTooFew'),
          },
        ],
  holdsTeams: true,
  expressions: ({ candidateFilter }) =>
    candidateFilter === null ? [] : [{ field: 'candidateFilter', expression: candidateFilter }],
  autogen: {
    component: 'SelectorGroupChat',
    description: 'A team of agents.',
    read: (fields, reader) => {
      const { report } = reader;
      noteDropped(report, fields, {
        selector_func: autogenFinding('whyPythonFunction'),
        candidate_func: autogenFinding('whyCandidateFunction'),
      });
      fields.notNull('max_selector_attempts', 'model_client_streaming');
      const prompt = fields.text('selector_prompt');
      if (fields.raw('allow_repeated_speaker') === undefined) fields.missing('allow_repeated_speaker');
      return from(report, fields.place, {
        kind: 'selector' as const,
        model: reader.model(fields),
        prompt: unlessOwn(prompt, SELECTOR_PROMPT),
        allowRepeatedSpeaker: fields.flagOr('allow_repeated_speaker', false),
        maxAttempts: fields.integerOr('max_selector_attempts', 3),
        candidateFilter: null,
        streaming: fields.flagOr('model_client_streaming', false),
        context: reader.context(fields.raw('model_context')),
      });
    },
    write: (pattern, path, writer) => {
      if (pattern.candidateFilter !== null) {
        writer.note(`${path}.candidateFilter`, autogenFinding('candidateFilter'));
      }
      const model = writer.model(pattern.model, `${path}.model`);
      return {
        model_client: model,
        selector_prompt: pattern.prompt ?? SELECTOR_PROMPT,
        allow_repeated_speaker: pattern.allowRepeatedSpeaker,
        max_selector_attempts: pattern.maxAttempts,
        model_client_streaming: pattern.streaming,
        model_context: writer.context(pattern.context, model, `${path}.context`),
      };
    },
    fieldNames: { prompt: 'selector_prompt' },
    fromFirstForm: (part) => ({
      selector_prompt: part.selector_prompt ?? SELECTOR_PROMPT,
      allow_repeated_speaker: false,
    }),
  },
};
