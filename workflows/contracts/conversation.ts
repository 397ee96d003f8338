import { z } from 'zod';
import type { ConversationState } from '../domain/conversation/state.ts';
import type { MessageFacts } from '../domain/message.ts';
import type { HumanTask, Resolution } from '../domain/task.ts';
import type { TeamPlan } from '../domain/team.ts';
import type { TerminationState } from '../domain/terminations/condition.ts';
import { terminationConditionSchema } from './team.ts';

const seq = z.number().int().nonnegative();
const inputDeadline = z.enum(['skip', 'stop']);
const reviewDeadline = z.enum(['approve', 'discard', 'stop']);
const personDecision = z.enum(['approve', 'edit', 'reject', 'reply', 'retry', 'skip', 'stop']);

export const messageFactsSchema: z.ZodType<MessageFacts> = z.object({
  seq,
  type: z.literal('TextMessage'),
  source: z.string(),
  mentions: z.array(z.string()),
});

const taskBase = {
  id: z.uuid(),
  speaker: z.string(),
  turn: z.number().int().nonnegative(),
  seq,
  deadlineAtMs: z.number().int(),
};

const humanTask: z.ZodType<HumanTask> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('review_message'),
    ...taskBase,
    onDeadline: reviewDeadline,
    draft: messageFactsSchema,
  }),
  z.object({ kind: z.literal('give_input'), ...taskBase, onDeadline: inputDeadline }),
  z.object({
    kind: z.literal('resolve_error'),
    ...taskBase,
    onDeadline: z.literal('stop'),
    failure: z.object({ type: z.string(), message: z.string() }),
  }),
]);

const resolution: z.ZodType<Resolution> = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('person'),
    decision: personDecision,
    submissionId: z.uuid(),
    userId: z.string(),
  }),
  z.object({ by: z.literal('deadline'), decision: z.union([reviewDeadline, inputDeadline]) }),
]);

const terminationState: z.ZodType<TerminationState> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('max_messages'), count: z.number().int(), fired: z.string().nullable() }),
    z.object({ kind: z.literal('text_mention'), fired: z.string().nullable() }),
    z.object({ kind: z.literal('external'), fired: z.string().nullable() }),
    z.object({
      kind: z.enum(['and', 'or']),
      fired: z.string().nullable(),
      conditions: z.array(terminationState),
    }),
  ]),
);

/** A conversation's control state, as it passes through continue-as-new and stands in the rows of turns. */
export const conversationStateSchema: z.ZodType<ConversationState> = z.object({
  pattern: z.object({ kind: z.literal('round_robin'), nextIndex: z.number().int().nonnegative() }),
  termination: terminationState.nullable(),
  turnsTaken: z.number().int().nonnegative(),
  nextSeq: seq,
  unchecked: z.array(messageFactsSchema),
  active: z.array(
    z.object({
      speaker: z.string(),
      seq,
      step: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('reply') }),
        z.object({ kind: z.literal('ask') }),
        z.object({ kind: z.literal('task'), task: humanTask }),
        z.object({ kind: z.literal('settle'), task: humanTask, resolution }),
        z.object({ kind: z.literal('done'), messages: z.array(messageFactsSchema) }),
      ]),
    }),
  ),
  paused: z.boolean(),
  stop: z.string().nullable(),
  taken: z.array(z.uuid()),
  outcome: z
    .object({ state: z.enum(['finished', 'stopped', 'cancelled']), stopReason: z.string() })
    .nullable(),
});

const teamPlan: z.ZodType<TeamPlan> = z.object({
  pattern: z.object({ kind: z.literal('round_robin') }),
  participants: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('agent'),
          name: z.string(),
          review: z.object({ deadlineSeconds: z.number(), onDeadline: reviewDeadline }).nullable(),
        }),
        z.object({
          kind: z.literal('person'),
          name: z.string(),
          deadlineSeconds: z.number(),
          onDeadline: inputDeadline,
        }),
      ]),
    )
    .min(1),
  termination: terminationConditionSchema.nullable(),
  maxTurns: z.number().int().nullable(),
});

/** The argument of the conversation workflow: of bounded size, with no prompt and no text in it. */
export const conversationInputSchema = z.object({
  projectId: z.uuid(),
  conversationId: z.uuid(),
  teamVersionId: z.uuid(),
  plan: teamPlan,
  /** What the workflow knows of the task's messages, which stand in the transcript before it starts. */
  task: z.array(messageFactsSchema),
  /** Set by continue-as-new (and by a fork): where to go on. */
  state: conversationStateSchema.nullable(),
});

export type ConversationInput = z.infer<typeof conversationInputSchema>;
