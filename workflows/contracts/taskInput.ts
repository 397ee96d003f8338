import { z } from 'zod';
import { assertNever } from '../domain/json.ts';
import { USER_SOURCE } from '../domain/message.ts';
import type { ContentPart, TaskMessage } from '../domain/transcript/entry.ts';
import { isStorable, NOT_STORABLE } from './storableText.ts';

export const TASK_TEXT_MAX_CHARACTERS = 100_000;
export const TASK_MAX_MESSAGES = 50;
export const IMAGE_MAX_BYTES = 5 * 1024 * 1024;

const text = z
  .string()
  .max(
    TASK_TEXT_MAX_CHARACTERS,
    `is too long; at most ${TASK_TEXT_MAX_CHARACTERS.toLocaleString('en-US')} characters are accepted`,
  )
  .refine(isStorable, NOT_STORABLE);

const source = z
  .string()
  .min(1, 'is empty; leave it out to use "user"')
  .max(200)
  .refine(isStorable, NOT_STORABLE)
  .default(USER_SOURCE);
const target = z.string().min(1).max(200).refine(isStorable, NOT_STORABLE);

const DATA_URL = /^data:[\w.+-]+\/[\w.+-]+;base64,/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Base64 of the bytes that each kind of image begins with. */
const IMAGE_STARTS = [
  { mediaType: 'image/png', start: /^iVBORw0KGg/ },
  { mediaType: 'image/jpeg', start: /^\/9j\// },
  { mediaType: 'image/gif', start: /^R0lGOD/ },
  { mediaType: 'image/webp', start: /^UklGR.{6}XRUJQ/ },
] as const;

const image = z.object({
  data: z.string().transform((value, context): ContentPart => {
    const base64 = value.replace(DATA_URL, '').replace(/\s+/g, '');
    const refuse = (message: string): never => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (base64 === '' || base64.length % 4 !== 0 || !BASE64.test(base64)) {
      return refuse('is not an image in base64 (or a data: URL with base64)');
    }
    if (bytesOf(base64) > IMAGE_MAX_BYTES) return refuse('is larger than 5 MB; send a smaller image');
    const mediaType = mediaTypeOf(base64);
    if (mediaType === null)
      return refuse('is not a PNG, JPEG, GIF or WebP image; convert it to one of these formats');
    return { kind: 'image', mediaType, base64 };
  }),
});

const taskMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TextMessage'), source, content: text }),
  z.object({ type: z.literal('StopMessage'), source, content: text }),
  z.object({ type: z.literal('HandoffMessage'), source, target, content: text }),
  z.object({
    type: z.literal('MultiModalMessage'),
    source,
    content: z
      .array(z.union([text, image]))
      .min(1, 'is empty; add a text or an image')
      .max(50),
  }),
]);

/**
 * A team's task, as in AutoGen's `run(task=…)`: a text, a message, several messages, or null to continue without one.
 */
export const taskInputSchema = z.union(
  [
    text,
    taskMessageSchema,
    z
      .array(taskMessageSchema)
      .min(1, 'is an empty list; add a message, or send null to continue without a task')
      .max(TASK_MAX_MESSAGES, `has too many messages; at most ${String(TASK_MAX_MESSAGES)} are accepted`),
    z.null(),
  ],
  { error: 'is not a text, a message ({type, content}), a list of messages, or null' },
);

export type ParsedTask = z.output<typeof taskInputSchema>;
type ParsedMessage = z.output<typeof taskMessageSchema>;

/** The messages that a task is made of; none where it is null. */
export function taskMessagesOf(task: ParsedTask): TaskMessage[] {
  if (task === null) return [];
  if (typeof task === 'string') {
    return [{ type: 'TextMessage', source: USER_SOURCE, content: task, body: null }];
  }
  return Array.isArray(task) ? task.map(messageOf) : [messageOf(task)];
}

function messageOf(message: ParsedMessage): TaskMessage {
  const { type, source: from } = message;
  switch (type) {
    case 'TextMessage':
    case 'StopMessage':
      return { type, source: from, content: message.content, body: null };
    case 'HandoffMessage':
      return {
        type,
        source: from,
        content: message.content,
        body: { kind: 'handoff', target: message.target, context: [] },
      };
    case 'MultiModalMessage': {
      const parts = message.content.map((part): ContentPart =>
        typeof part === 'string' ? { kind: 'text', text: part } : part.data,
      );
      return { type, source: from, content: textOfParts(parts), body: { kind: 'multimodal', parts } };
    }
    default:
      return assertNever(message);
  }
}

/** As AutoGen shows such a message. */
function textOfParts(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '<image>')).join('\n');
}

function bytesOf(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

/** What an image is by its first bytes; what its sender says of it is not asked. */
function mediaTypeOf(base64: string): string | null {
  return IMAGE_STARTS.find(({ start }) => start.test(base64))?.mediaType ?? null;
}
