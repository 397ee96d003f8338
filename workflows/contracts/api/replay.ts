import { z } from 'zod';
import { messageTypes } from '../../domain/message.ts';
import { taskStates, toolCallStates } from '../../domain/recordStates.ts';
import { recordedSteps, replayRefusals } from '../../domain/replay/verdict.ts';
import { allTaskKinds } from '../../domain/tasks/registry.ts';
import { id, json, moment } from './fields.ts';

const step = z.object({
  kind: z.enum([...recordedSteps, 'nothing', 'error', 'unknown']),
  name: z.string().nullable().describe('Of an activity its type, of an error its words.'),
});

const verdict = {
  outcome: z.enum(['agrees', 'differs', 'refused']),
  words: z.string().describe('The outcome in a sentence or two.'),
  events: z.number().int().nullable().describe('Of the history; null if it could not be read.'),
  ms: z.number().int().nullable().describe('How long its replay took.'),
  difference: z
    .object({
      eventId: z.number().int().nullable().describe('The event at which today’s code leaves the recording.'),
      eventType: z.string().nullable(),
      recorded: step.nullable().describe('What the recording did there; null if it did nothing.'),
      today: step.describe('What today’s code does.'),
      raw: z.string().describe('The words of Temporal’s worker.'),
    })
    .nullable()
    .describe('Only if it differs.'),
  refusal: z.enum(replayRefusals).nullable().describe('Why it cannot be replayed.'),
};

export const replayVerdictSchema = z.object(verdict).meta({ id: 'ReplayVerdict' });

export const conversationReplaySchema = z
  .object({
    outcome: z
      .enum(['agrees', 'differs', 'refused'])
      .describe('`differs` if one history differs; `refused` if none could be replayed.'),
    histories: z
      .array(
        z.object({
          run: z.number().int().describe('The conversation’s run, from 0.'),
          runId: z.string().nullable().describe('Temporal’s id of the history’s run.'),
          replaced: z.boolean().describe('Whether a reset has replaced it from some event on.'),
          ...verdict,
        }),
      )
      .describe('Newest first: a long run has several, as it continues as new.'),
  })
  .meta({ id: 'ConversationReplay' });

export const historySchema = z
  .looseObject({ events: z.array(json) })
  .meta({ id: 'History', description: 'A history in Temporal’s JSON form.' });

export const readHistoryQuery = z.strictObject({
  run: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .optional()
    .describe('The conversation’s run; the newest by default.'),
  runId: id.optional().describe('Temporal’s id of one of the run’s histories; the newest by default.'),
  redacted: z
    .enum(['true', 'false'])
    .default('true')
    .describe('`false` gives the texts too: names, what failed with which words.'),
});

const stepMessage = z.object({
  id,
  seq: z.number().int(),
  turn: z.number().int(),
  source: z.string(),
  type: z.enum(messageTypes),
  text: z.string().describe('Its first 2,000 characters.'),
  isCut: z.boolean(),
  isNew: z.boolean().describe('Whether it was said in this turn.'),
});

export const stepSchema = z
  .object({
    turn: z.number().int().describe('From 1.'),
    turns: z.number().int().describe('How many there are.'),
    run: z.number().int().nullable(),
    speakers: z.array(z.object({ name: z.string(), scope: z.string() })),
    startedAt: moment,
    endedAt: moment.nullable().describe('When the next turn began, or the conversation ended.'),
    stateFrom: z
      .enum(['after', 'before'])
      .nullable()
      .describe('`before`: the state after this turn is not kept; null: it cannot be read.'),
    pattern: json.nullable().describe('The pattern’s state.'),
    termination: json.nullable().describe('Each condition with its progress.'),
    turnsTaken: z.object({ taken: z.number().int(), limit: z.number().int().nullable() }).nullable(),
    messages: z.array(stepMessage).describe('The newest 20 by then.'),
    messageCount: z.number().int(),
    replaced: z.array(stepMessage).describe('What a reset has replaced in this turn.'),
    replacedIn: z.array(z.number().int()).describe('The turns in which a reset has replaced messages.'),
    tasks: z.array(
      z.object({
        id,
        kind: z.enum(allTaskKinds),
        speaker: z.string(),
        turn: z.number().int(),
        state: z.enum(taskStates).describe('As it is today.'),
        wasOpen: z.boolean().describe('Whether it was open at the end of the turn.'),
      }),
    ),
    toolCalls: z.array(z.object({ agent: z.string(), tool: z.string(), state: z.enum(toolCallStates) })),
    lookups: z.array(z.object({ speaker: z.string(), question: z.string(), passages: z.number().int() })),
    totals: z
      .object({
        costMicroUsd: z.number().int(),
        promptTokens: z.number().int(),
        completionTokens: z.number().int(),
        calls: z.number().int(),
        unpricedCalls: z.number().int(),
        unknownCalls: z.number().int(),
      })
      .describe('Up to the end of the turn, of all requests.'),
  })
  .meta({ id: 'Step' });

export type ApiReplayVerdict = z.infer<typeof replayVerdictSchema>;
