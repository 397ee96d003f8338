import { z } from 'zod';

export const TEXT_MAX_CHARACTERS = 100_000;

/** What a person writes: line breaks as one character (forms send two), no NUL (PostgreSQL has none), trimmed. */
function text(messages: { empty: string; what: string }) {
  return z
    .string({ error: messages.empty })
    .transform((value) => value.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim())
    .pipe(
      z
        .string({ error: messages.empty })
        .min(1, messages.empty)
        .refine((value) => value.length <= TEXT_MAX_CHARACTERS, {
          error: ({ input }) =>
            `${messages.what} has ${count(input)} characters; at most ${count(TEXT_MAX_CHARACTERS)} are taken. Shorten it.`,
        }),
    );
}

function count(value: unknown): string {
  const number = typeof value === 'string' ? value.length : Number(value);
  return new Intl.NumberFormat('en-US').format(number);
}

const KEY_MISSING = 'The form is incomplete. Reload the page, then send it again.';
const key = z.uuid({ error: KEY_MISSING });

export const startConversationSchema = z.object({
  teamId: z.uuid({ error: 'Choose a team.' }),
  task: text({ empty: 'Write what the team is to do.', what: 'The task' }),
  idempotencyKey: key,
});

export const postMessageSchema = z.object({
  intent: z.literal('post'),
  submissionId: key,
  text: text({ empty: 'Write a message first.', what: 'The message' }),
});

const answer = { intent: z.literal('answer'), taskId: z.uuid({ error: KEY_MISSING }), submissionId: key };

export const answerTaskSchema = z.discriminatedUnion('decision', [
  z.object({
    ...answer,
    decision: z.enum(['approve', 'retry', 'skip', 'stop']),
    text: z
      .string()
      .optional()
      .transform(() => ''),
  }),
  z.object({
    ...answer,
    decision: z.literal('edit'),
    text: text({ empty: 'The edited message is empty. Write it, or reject the draft.', what: 'The message' }),
  }),
  z.object({
    ...answer,
    decision: z.literal('reject'),
    text: text({ empty: 'Say what the author should do differently.', what: 'The feedback' }),
  }),
  z.object({
    ...answer,
    decision: z.literal('reply'),
    text: text({ empty: 'Write your answer first.', what: 'The answer' }),
  }),
]);

export const steerSchema = z.object({ intent: z.enum(['pause', 'resume', 'stop', 'cancel']) });

export type StartConversation = z.infer<typeof startConversationSchema>;
export type PostMessageForm = z.infer<typeof postMessageSchema>;
export type AnswerTaskForm = z.infer<typeof answerTaskSchema>;
export type Steering = z.infer<typeof steerSchema>['intent'];
