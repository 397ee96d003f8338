import { z } from 'zod';
import type { GraphConfig } from '../../domain/patterns/graph.ts';
import type { PatternConfig } from '../../domain/patterns/pattern.ts';
import { choice, flag, integer, list, object, text, unknownKind } from './fields.ts';
import { modelClientSchema, modelContextSchema } from './model.ts';

const name = text(200, 1);

const graphEdge = object({
  target: name,
  condition: text(1_000).nullable(),
  activationGroup: name,
  activationCondition: choice(['all', 'any']),
});

const graphNode = object({ name, edges: list(graphEdge, 500), activation: choice(['all', 'any']) });

/** A graph's shape; whether it can run is checked with its team. */
export const graphConfigSchema = object({
  kind: z.literal('graph'),
  nodes: list(graphNode, 200),
  startNode: name.nullable(),
}) satisfies z.ZodType<GraphConfig>;

const selector = object({
  kind: z.literal('selector'),
  model: modelClientSchema.nullable(),
  prompt: text(100_000, 1).nullable(),
  allowRepeatedSpeaker: flag(),
  maxAttempts: integer(1, 100),
  candidateFilter: text(10_000, 1).nullable(),
  streaming: flag(),
  context: modelContextSchema,
});

const magenticOne = object({
  kind: z.literal('magentic_one'),
  model: modelClientSchema.nullable(),
  maxStalls: integer(1, 1_000),
  maxResets: integer(0, 1_000).nullable(),
  finalAnswerPrompt: text(100_000, 1).nullable(),
});

export const patternConfigSchema: z.ZodType<PatternConfig> = z.discriminatedUnion(
  'kind',
  [
    object({ kind: z.literal('round_robin') }),
    object({ kind: z.literal('single_agent') }),
    object({ kind: z.literal('swarm') }),
    graphConfigSchema,
    selector,
    magenticOne,
  ],
  {
    error: unknownKind(['round_robin', 'single_agent', 'swarm', 'graph', 'selector', 'magentic_one']),
  },
);
