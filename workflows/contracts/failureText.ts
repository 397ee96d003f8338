import { z } from 'zod';
import type { TurnFailure } from '../domain/turnFailure.ts';
import { failures, isFailureType } from './failures.ts';

/** A failure as people and programs read it, on a page, in the API and in the command line. */
export const failureTextSchema = z
  .object({
    type: z.string(),
    title: z.string().describe('What failed, with its address where that is known.'),
    words: z
      .string()
      .nullable()
      .describe('What the other side said, or how the connection failed; null: no more than the title.'),
    address: z.string().nullable().describe('What was talked to.'),
    status: z.number().int().nullable().describe('The HTTP status that it answered.'),
    requests: z
      .object({ made: z.number().int(), atMost: z.number().int() })
      .nullable()
      .describe('How many requests were made in vain, of how many before a person decides.'),
    message: z.string().describe('All of it in one sentence.'),
  })
  .meta({ id: 'Failure' });

export type FailureText = z.infer<typeof failureTextSchema>;

/**
 * A failure in words: the title and the other side's words, neither of which repeats the other. Of one that an earlier
 * version wrote, without details, its message says what there is to say.
 */
export function failureText({ type, message, details = {} }: TurnFailure): FailureText {
  const { address = null, status = null, requests = null } = details;
  const title = titleOf(type, address);
  const words = details.words ?? withoutTitle(message, [title, titleOf(type, null)]);
  const sentence = words === null ? title : `${title}: ${words}`;
  return { type, title, words, address, status, requests, message: sentence };
}

function titleOf(type: string, address: string | null): string {
  if (!isFailureType(type)) return 'The turn failed';
  const { title, subject }: { title: string; subject?: string } = failures[type];
  if (address === null || subject === undefined) return title;
  return `${subject} at ${address}${title.slice(subject.length)}`;
}

function withoutTitle(message: string, titles: readonly string[]): string | null {
  for (const title of titles) {
    if (message === title) return null;
    if (message.startsWith(`${title}: `)) return message.slice(title.length + 2);
  }
  return message === '' ? null : message;
}
