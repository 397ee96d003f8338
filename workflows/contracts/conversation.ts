import { z } from 'zod';
import type {
  CallStep,
  ConversationState,
  InnerTeamState,
  SpeakerStep,
} from '../domain/conversation/state.ts';
import type { PlannedParticipant, TeamPlan } from '../domain/plan.ts';
import { endStates } from '../domain/recordStates.ts';
import { deadlineDecisions, personDecisions, type Resolution } from '../domain/tasks/registry.ts';
import { messageFactsSchema } from './messageFacts.ts';
import { contractOfParticipant, participantKinds } from './participants/registry.ts';
import {
  managerWorkSchema,
  patternStateSchema,
  plannedPatternSchema,
  terminationStateSchema,
} from './patternState.ts';
import { humanTaskSchema } from './tasks/registry.ts';
import { terminationConditionSchema } from './team.ts';
import { ofKinds } from './teamSchema/fields.ts';

const seq = z.number().int().nonnegative();

const resolution: z.ZodType<Resolution> = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('person'),
    decision: z.enum(personDecisions),
    submissionId: z.uuid(),
    userId: z.string(),
  }),
  z.object({ by: z.literal('deadline'), decision: z.enum(deadlineDecisions) }),
]);

const iteration = z.number().int();
const retriedSteps = [
  z.object({
    kind: z.literal('reply'),
    iteration: iteration.exactOptional(),
    purpose: z.enum(['reply', 'reflection', 'society']).exactOptional(),
  }),
  z.object({
    kind: z.literal('results'),
    iteration,
    requestSeq: seq,
    then: z.enum(['reply', 'reflection', 'summary', 'handoff']),
  }),
  z.object({ kind: z.literal('run_code'), attempt: z.number().int() }),
  z.object({ kind: z.literal('open_inner'), scope: z.string() }),
  z.object({ kind: z.literal('manage'), work: managerWorkSchema }),
] as const;
const retriedStep = z.discriminatedUnion('kind', retriedSteps);

const callStep: z.ZodType<CallStep> = z.object({
  index: z.number().int(),
  tool: z.string(),
  idempotent: z.boolean(),
  lane: z.number().int().exactOptional(),
  quorum: z.number().int().exactOptional(),
  progress: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('task'), task: humanTaskSchema, repeat: z.boolean() }),
    z.object({ kind: z.literal('settle'), task: humanTaskSchema, resolution, repeat: z.boolean() }),
    z.object({ kind: z.literal('run'), mayRepeat: z.boolean() }),
    z.object({ kind: z.literal('open_inner'), scope: z.string() }),
    z.object({ kind: z.literal('inner'), scope: z.string() }),
    z.object({ kind: z.literal('close_inner'), scope: z.string() }),
    z.object({ kind: z.literal('done') }),
  ]),
});

const speakerStep: z.ZodType<SpeakerStep> = z.discriminatedUnion('kind', [
  ...retriedSteps,
  z.object({ kind: z.literal('ask') }),
  z.object({
    kind: z.literal('tools'),
    iteration,
    requestSeq: seq,
    handsOff: z.boolean(),
    calls: z.array(callStep),
  }),
  z.object({ kind: z.literal('inner'), scope: z.string() }),
  z.object({ kind: z.literal('task'), task: humanTaskSchema, failed: retriedStep.exactOptional() }),
  z.object({
    kind: z.literal('settle'),
    task: humanTaskSchema,
    resolution,
    failed: retriedStep.exactOptional(),
  }),
  z.object({ kind: z.literal('done') }),
]);

const teamState = {
  pattern: patternStateSchema,
  termination: terminationStateSchema.nullable(),
  turnsTaken: z.number().int().nonnegative(),
  unchecked: z.array(messageFactsSchema),
  silentCostMicroUsd: z.number(),
  turn: z.number().int().nonnegative(),
  active: z.array(
    z.object({
      speaker: z.string(),
      seq,
      readBefore: seq,
      messages: z.array(messageFactsSchema),
      step: speakerStep,
      leftOut: z.array(z.number().int()).exactOptional(),
    }),
  ),
  arrived: z.array(z.string()),
  announce: seq.nullable(),
  outcome: z
    .object({
      state: z.enum(endStates),
      stopReason: z.string().nullable(),
      atTurnLimit: z.literal(true).exactOptional(),
    })
    .nullable(),
};

const innerTeamState: z.ZodType<InnerTeamState> = z.object({
  ...teamState,
  said: z.array(messageFactsSchema),
});

/** A conversation's control state, as passed through continue-as-new and stored in the rows of turns. */
export const conversationStateSchema: z.ZodType<ConversationState> = z.object({
  ...teamState,
  inner: z.record(z.string(), innerTeamState),
  nextTurn: z.number().int().nonnegative(),
  nextSeq: seq,
  run: z.number().int().nonnegative(),
  paused: z.boolean(),
  stop: z.string().nullable(),
  external: z.boolean(),
  approvedTools: z.array(z.string()),
  taken: z.array(z.uuid()),
});

const plannedParticipant: z.ZodType<PlannedParticipant> = z.lazy(() =>
  ofKinds(participantKinds.map((kind) => contractOfParticipant({ kind }).planned(teamPlan))),
);

const teamPlan: z.ZodType<TeamPlan> = z.lazy(() =>
  z.object({
    pattern: plannedPatternSchema,
    participants: z.array(plannedParticipant).min(1),
    termination: terminationConditionSchema.nullable(),
    maxTurns: z.number().int().nullable(),
    emitTeamEvents: z.boolean(),
    remembers: z.literal(true).optional(),
  }),
);

/** The argument of the conversation workflow: of bounded size, with no prompt and no text in it. */
export const conversationInputSchema = z.object({
  projectId: z.uuid(),
  conversationId: z.uuid(),
  teamVersionId: z.uuid(),
  plan: teamPlan,
  /** What the workflow knows about the task's messages, which are in the transcript before it starts. */
  task: z.array(messageFactsSchema),
  /** Set by continue-as-new (and by a fork): the state from which to continue. */
  state: conversationStateSchema.nullable(),
  /** A run that had ended, in which the task is the next one; only at the start of a run after the first. */
  ended: conversationStateSchema.nullable().optional(),
});

export type ConversationInput = z.infer<typeof conversationInputSchema>;
