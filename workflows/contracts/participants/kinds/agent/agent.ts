import { z } from 'zod';
import { reviewDeadlines } from '../../../../domain/tasks/kinds/reviewMessage.ts';
import type { AgentParticipant } from '../../../../domain/team.ts';
import type { Writer, WrittenComponent } from '../../../autogen/writer.ts';
import { autogenFinding } from '../../../findings/finding.ts';
import { askingSchema } from '../../../tasks/asking.ts';
import { choice, flag, integer, list, object, text } from '../../../teamSchema/fields.ts';
import { knowledgeUseSchema } from '../../../teamSchema/knowledge.ts';
import { memorySchema } from '../../../teamSchema/memory.ts';
import { jsonSchema, modelClientSchema } from '../../../teamSchema/model.ts';
import { modelContextSchema } from '../../../teamSchema/modelContext.ts';
import { toolName } from '../../../teamSchema/tools.ts';
import type { ParticipantContract } from '../../contract.ts';
import { deadlineSeconds, description, participantName, prompt } from '../../fields.ts';
import { MESSAGE_FILTER, readFiltered, writeFiltered } from './messageFilter.ts';
import { readAssistant, readCoder } from './readAssistant.ts';
import { ASSISTANT, writeAssistant } from './writeAssistant.ts';

export const agent: ParticipantContract<'agent'> = {
  schema: ({ tool }) =>
    object({
      kind: z.literal('agent'),
      name: participantName,
      description,
      systemMessage: prompt,
      model: modelClientSchema.nullable(),
      tools: list(tool, 100),
      handoffs: list(
        object({ target: text(200, 1), description, name: toolName, message: text(10_000) }),
        100,
      ),
      context: modelContextSchema,
      memory: list(memorySchema, 50),
      knowledge: list(knowledgeUseSchema, 20).optional(),
      maxToolIterations: integer(1, 1_000),
      reflectOnToolUse: flag(),
      toolCallSummaryFormat: text(10_000),
      output: object({
        name: toolName,
        schema: jsonSchema,
        formatString: text(10_000).nullable(),
      }).nullable(),
      filter: object({ perSource: list(filteredSource, 100) }).nullable(),
      review: object({
        deadlineSeconds,
        onDeadline: choice(reviewDeadlines),
        asking: askingSchema.optional(),
      }).nullable(),
    }),
  planned: (team) =>
    z.object({
      kind: z.literal('agent'),
      name: z.string(),
      review: z
        .object({
          deadlineSeconds: z.number(),
          onDeadline: z.enum(reviewDeadlines),
          quorum: z.number().int().optional(),
        })
        .nullable(),
      maxToolIterations: z.number().int(),
      reflectOnToolUse: z.boolean(),
      teams: z.record(z.string(), team),
      looksUp: z.literal(true).optional(),
    }),
  fieldNames: { output: 'structured_message_factory' },
  autogen: {
    classes: {
      [ASSISTANT]: ({ fields, version }, reader) =>
        readAssistant(fields, reader, {
          description: null,
          systemMessage: fields.textOr('system_message', ''),
          version,
        }),
      'autogen_ext.agents.magentic_one.MagenticOneCoderAgent': ({ fields }, reader) =>
        readCoder(fields, reader),
      [MESSAGE_FILTER]: readFiltered,
    },
    write,
  },
};

const filteredSource = object({
  source: text(200, 1),
  position: choice(['first', 'last']).nullable(),
  count: integer(1, 100_000).nullable(),
});

function write(given: AgentParticipant, path: string, writer: Writer): WrittenComponent {
  if (given.review !== null) {
    writer.note(`${path}.review`, autogenFinding('noReviews'));
  }
  for (const [index, { collections }] of (given.knowledge ?? []).entries()) {
    const names = collections.join(', ');
    writer.note(`${path}.knowledge[${String(index)}]`, autogenFinding('noKnowledge', { names }));
  }
  const assistant = (each: AgentParticipant) => writeAssistant(each, path, writer);
  return given.filter === null ? assistant(given) : writeFiltered(given, given.filter, assistant);
}
