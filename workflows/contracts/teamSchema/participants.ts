import { z } from 'zod';
import { IDENTIFIER } from '../../domain/names/identifier.ts';
import { inputDeadlines } from '../../domain/tasks/kinds/giveInput.ts';
import { reviewDeadlines } from '../../domain/tasks/kinds/reviewMessage.ts';
import type { Participant, ParticipantTool, TeamConfig } from '../../domain/team.ts';
import { choice, flag, integer, list, object, positiveNumber, text, unknownKind } from './fields.ts';
import { jsonSchema, memorySchema, modelClientSchema } from './model.ts';
import { modelContextSchema } from './modelContext.ts';
import { toolName, toolSourceOptions } from './tools.ts';

/** AutoGen's rule is a Python identifier, and so is ours. */
const participantName = text(200, 1).regex(
  IDENTIFIER,
  'A name starts with a letter or _ and has only letters, digits and _; rename it',
);

/** A team never speaks itself: AutoGen lets its name be anything. */
const teamName = text(200, 1);
const description = text(10_000);
const prompt = text(100_000);

const deadlineSeconds = integer(1, 366 * 24 * 60 * 60);

const person = object({
  kind: z.literal('person'),
  name: participantName,
  description,
  prompt: text(10_000),
  deadlineSeconds,
  onDeadline: choice(inputDeadlines),
});

const codeExecutor = object({
  kind: z.literal('code_executor'),
  name: participantName,
  description,
  systemMessage: prompt,
  model: z.union([modelClientSchema, z.literal('none')]).nullable(),
  context: modelContextSchema,
  sources: list(text(200, 1), 100).nullable(),
  maxRetriesOnError: integer(0, 100),
  supportedLanguages: list(text(50, 1), 50),
  timeoutSeconds: positiveNumber(24 * 60 * 60),
});

const handoff = object({ target: text(200, 1), description, name: toolName, message: text(10_000) });

const agentFields = {
  kind: z.literal('agent'),
  name: participantName,
  description,
  systemMessage: prompt,
  model: modelClientSchema.nullable(),
  handoffs: list(handoff, 100),
  context: modelContextSchema,
  memory: list(memorySchema, 50),
  maxToolIterations: integer(1, 1_000),
  reflectOnToolUse: flag(),
  toolCallSummaryFormat: text(10_000),
  output: object({ name: toolName, schema: jsonSchema, formatString: text(10_000).nullable() }).nullable(),
  filter: object({
    perSource: list(
      object({
        source: text(200, 1),
        position: choice(['first', 'last']).nullable(),
        count: integer(1, 100_000).nullable(),
      }),
      100,
    ),
  }).nullable(),
  review: object({ deadlineSeconds, onDeadline: choice(reviewDeadlines) }).nullable(),
};

const kinds = ['agent', 'code_executor', 'society', 'team', 'person'] as const;

/** A participant, given what a team is: teams hold participants and participants teams. */
export function participantSchemaOf(team: z.ZodType<TeamConfig>): z.ZodType<Participant> {
  const society = object({
    kind: z.literal('society'),
    name: participantName,
    description,
    team,
    model: modelClientSchema.nullable(),
    instruction: prompt,
    responsePrompt: prompt,
    context: modelContextSchema,
  });
  const innerTeam = object({ kind: z.literal('team'), name: teamName, description, team });
  const behindTool: z.ZodType<ParticipantTool['participant']> = z.lazy(() =>
    z.discriminatedUnion('kind', [agent, codeExecutor, society, innerTeam], {
      error: unknownKind(['agent', 'code_executor', 'society', 'team']),
    }),
  );
  const participantTool = object({
    kind: z.literal('participant'),
    name: toolName,
    description,
    participant: behindTool,
    returnsLastOnly: flag(),
  });
  const agentTool = z.discriminatedUnion('kind', [...toolSourceOptions, participantTool], {
    error: unknownKind(['python', 'http', 'mcp_stdio', 'mcp_http', 'participant']),
  });
  const agent = object({ ...agentFields, tools: list(agentTool, 100) });
  return z.discriminatedUnion('kind', [agent, codeExecutor, society, innerTeam, person], {
    error: unknownKind(kinds),
  });
}
