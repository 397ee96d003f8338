import { z } from 'zod';
import { IMAGE_MAX_BYTES } from '../../../../workflows/contracts/taskInput.ts';
import { personDecisions } from '../../../../workflows/domain/tasks/registry.ts';
import { fault } from '../../languages/fault.ts';
import { steerings } from './intents.ts';

export const TEXT_MAX_CHARACTERS = 100_000;

/**
 * Text typed by a person: one character per line break (forms send two), no NUL (PostgreSQL can't store it),
 * trimmed.
 */
function text(empty: string) {
  return z
    .string({ error: empty })
    .transform((value) => value.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim())
    .pipe(
      z
        .string({ error: empty })
        .min(1, empty)
        .refine((value) => value.length <= TEXT_MAX_CHARACTERS, {
          error: ({ input }) =>
            fault('commands:faults.textTooLong', {
              length: typeof input === 'string' ? input.length : 0,
              limit: TEXT_MAX_CHARACTERS,
            }),
        }),
    );
}

function optionalText() {
  return z
    .union([z.string().trim().length(0), text('')])
    .optional()
    .transform((value) => value ?? '');
}

const KEY_MISSING = fault('errors:faults.formIncomplete');
const key = z.uuid({ error: KEY_MISSING });

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export const startConversationSchema = z.object({
  teamId: z.uuid({ error: fault('newConversation:faults.teamMissing') }),
  task: text(fault('newConversation:faults.taskEmpty')),
  /** A checkbox. */
  standing: z.boolean().default(false),
  /** The standing conversation that its end wakes. */
  wakes: z.uuid({ error: fault('newConversation:faults.notStanding') }).optional(),
  image: z
    .file({ error: fault('newConversation:faults.imageMissing') })
    .max(IMAGE_MAX_BYTES, fault('newConversation:faults.imageTooLarge'))
    .mime([...IMAGE_TYPES], fault('newConversation:faults.imageKind'))
    .optional(),
  idempotencyKey: key,
});

export const postMessageSchema = z.object({
  intent: z.literal('post'),
  submissionId: key,
  text: text(fault('commands:faults.messageEmpty')),
});

export const answerTaskSchema = z.object({
  intent: z.literal('answer'),
  taskId: z.uuid({ error: KEY_MISSING }),
  submissionId: key,
  decision: z.enum(personDecisions),
  /** Null if nothing was written. The task decides whether that is allowed (contracts/tasks/answerText.ts). */
  text: optionalText().transform((value) => (value === '' ? null : value)),
});

export const continueSchema = z.discriminatedUnion('how', [
  z.object({
    intent: z.literal('continue'),
    submissionId: key,
    how: z.literal('task'),
    text: text(fault('commands:faults.nextTaskEmpty')),
    /** The participant who receives the handoff, if the team is a swarm that waits for one. */
    handoffTo: z.string().max(200).optional(),
  }),
  z.object({ intent: z.literal('continue'), submissionId: key, how: z.literal('without_task') }),
]);

export const wakeSchema = z.object({ intent: z.literal('wake'), submissionId: key });

export const standSchema = z.object({ intent: z.enum(['stand', 'end_standing']) });

export const steerSchema = z.object({ intent: z.enum(steerings) });

export type PostMessageForm = z.infer<typeof postMessageSchema>;
export type AnswerTaskForm = z.infer<typeof answerTaskSchema>;
export type WakeForm = z.infer<typeof wakeSchema>;
export type StandForm = z.infer<typeof standSchema>;
export type ContinueForm = z.infer<typeof continueSchema>;
