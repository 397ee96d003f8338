import { z } from 'zod';
import { personDecisions } from '../../../../workflows/domain/tasks/registry.ts';
import { IMAGE_MAX_BYTES } from '../../../../workflows/contracts/taskInput.ts';
import { steerings } from './intents.ts';

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

function optionalText(what: string) {
  return z
    .union([z.string().trim().length(0), text({ empty: '', what })])
    .optional()
    .transform((value) => value ?? '');
}

function count(value: unknown): string {
  const number = typeof value === 'string' ? value.length : Number(value);
  return new Intl.NumberFormat('en-US').format(number);
}

const KEY_MISSING = 'The form is incomplete. Reload the page, then send it again.';
const key = z.uuid({ error: KEY_MISSING });

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export const startConversationSchema = z.object({
  teamId: z.uuid({ error: 'Choose a team.' }),
  task: text({ empty: 'Write what the team is to do.', what: 'The task' }),
  image: z
    .file({ error: 'Choose an image file.' })
    .max(IMAGE_MAX_BYTES, 'The image is larger than 5 MB. Make it smaller.')
    .mime([...IMAGE_TYPES], 'This is no PNG, JPEG, GIF or WebP image. Convert it to one of them.')
    .optional(),
  idempotencyKey: key,
});

export const postMessageSchema = z.object({
  intent: z.literal('post'),
  submissionId: key,
  text: text({ empty: 'Write a message first.', what: 'The message' }),
});

export const answerTaskSchema = z.object({
  intent: z.literal('answer'),
  taskId: z.uuid({ error: KEY_MISSING }),
  submissionId: key,
  decision: z.enum(personDecisions),
  /** Null: nothing was written. Whether that may be, the task says (contracts/tasks/answerText.ts). */
  text: optionalText('The text').transform((value) => (value === '' ? null : value)),
});

export const continueSchema = z.discriminatedUnion('how', [
  z.object({
    intent: z.literal('continue'),
    submissionId: key,
    how: z.literal('task'),
    text: text({ empty: 'Write what the team is to do next.', what: 'The task' }),
    /** The participant whom the task is handed to, where the team is a swarm that waits for that. */
    handoffTo: z.string().max(200).optional(),
  }),
  z.object({ intent: z.literal('continue'), submissionId: key, how: z.literal('without_task') }),
]);

export const steerSchema = z.object({ intent: z.enum(steerings) });

export type PostMessageForm = z.infer<typeof postMessageSchema>;
export type AnswerTaskForm = z.infer<typeof answerTaskSchema>;
export type ContinueForm = z.infer<typeof continueSchema>;
