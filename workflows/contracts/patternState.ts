import { z } from 'zod';
import type { PatternState, PlannedPattern } from '../domain/patterns/pattern.ts';
import type { TerminationState } from '../domain/terminations/condition.ts';
import { asOptions, fired } from './terminations/contract.ts';
import { leafKinds, terminationContracts } from './terminations/registry.ts';
import { graphConfigSchema } from './teamSchema/pattern.ts';

const count = z.number().int().nonnegative();

/** Where a pattern stands, as it passes through continue-as-new and stands in the rows of turns. */
export const patternStateSchema: z.ZodType<PatternState> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('round_robin'), nextIndex: count }),
  z.object({ kind: z.literal('single_agent'), answered: z.boolean() }),
  z.object({
    kind: z.literal('swarm'),
    current: z.string().nullable(),
    handoff: z.object({ target: z.string(), source: z.string() }).nullable(),
  }),
  z.object({
    kind: z.literal('graph'),
    ready: z.array(z.string()),
    remaining: z.record(z.string(), z.record(z.string(), z.number().int())),
    enqueued: z.record(z.string(), z.record(z.string(), z.boolean())),
    triggered: z.record(z.string(), z.array(z.string())),
  }),
  z.object({ kind: z.literal('selector'), previous: z.string().nullable(), chosen: z.string().nullable() }),
  z.object({
    kind: z.literal('magentic_one'),
    phase: z.enum(['plan', 'progress', 'replan', 'speak', 'final_answer', 'finished']),
    rounds: count,
    stalls: count,
    resets: count,
    speaker: z.string().nullable(),
    reason: z.string().nullable(),
  }),
]);

/** The workflow's part of a pattern, as it passes in a start's argument. */
export const plannedPatternSchema: z.ZodType<PlannedPattern> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('round_robin') }),
  z.object({ kind: z.literal('single_agent') }),
  z.object({ kind: z.literal('swarm') }),
  graphConfigSchema,
  z.object({
    kind: z.literal('selector'),
    allowRepeatedSpeaker: z.boolean(),
    filtered: z.boolean(),
    shownAttempts: count,
  }),
  z.object({
    kind: z.literal('magentic_one'),
    maxTurns: z.number().int().nullable(),
    maxStalls: z.number().int(),
    maxResets: z.number().int().nullable(),
  }),
]);

/** What a condition remembers; as version 0.1.0 stored it, an `and` has no `reasons` yet. */
export const terminationStateSchema: z.ZodType<TerminationState> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['and', 'or']),
      fired,
      conditions: z.array(terminationStateSchema),
      reasons: z.exactOptional(z.array(z.string())),
    }),
    ...asOptions(leafKinds.map((kind) => terminationContracts[kind].state)),
  ]),
) as unknown as z.ZodType<TerminationState>;
