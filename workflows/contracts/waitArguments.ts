import { z } from 'zod';
import type { Json } from '../domain/json.ts';
import { storableText } from '../domain/storable.ts';
import type { Wait } from '../domain/tasks/kinds/wait.ts';
import { afterDuration, readDuration } from '../domain/time/duration.ts';
import type { ToolDescription } from '../domain/tool.ts';
import { WAIT_UNTIL } from '../domain/tools/kinds/waitUntil.ts';

/** A longer reason is refused: it has to be read at a glance. */
export const LONGEST_REASON = 500;

/** How far ahead a wait may go: a year, also where it is a leap year. */
const LONGEST_WAIT_MS = 366 * 24 * 60 * 60 * 1_000;

/** What a model is told about the tool. */
export const waitTool: ToolDescription = {
  name: WAIT_UNTIL,
  description:
    'Waits until a time, or for a duration, and then lets you go on. Give exactly one of "until" and "for", and the reason. ' +
    'It may be minutes or months, at most a year. People see what you wait for, and can end the wait early.',
  parameters: {
    type: 'object',
    properties: {
      until: {
        type: 'string',
        description:
          'The time to wait for, as ISO 8601 with a zone: 2027-01-31T09:00:00Z or 2027-01-31T09:00:00+01:00.',
      },
      for: {
        type: 'string',
        description: 'How long to wait: "2 hours", "3 days", or as ISO 8601, PT2H or P3D.',
      },
      reason: {
        type: 'string',
        description: `What you wait for, in words that people see; at most ${String(LONGEST_REASON)} characters.`,
      },
    },
    required: ['reason'],
    additionalProperties: false,
  },
};

const NEITHER = 'Give exactly one of "until" (a time) and "for" (a duration).';

const NO_TIME =
  '"until" must be a time as ISO 8601 with a zone or an offset, such as 2027-01-31T09:00:00Z or 2027-01-31T09:00:00+01:00.';

/** Models may write null for what they leave out. */
const absent = z.null().transform(() => undefined);

const reasonSchema = z
  .string({ error: '"reason" must be a text that says what you wait for.' })
  .trim()
  .min(1, '"reason" is empty: say what you wait for.')
  .max(LONGEST_REASON, `"reason" is longer than ${String(LONGEST_REASON)} characters: say it in fewer.`)
  .transform(storableText);

const argumentsSchema = z
  .strictObject(
    {
      until: z
        .union([absent, z.iso.datetime({ offset: true, error: NO_TIME })], { error: NO_TIME })
        .optional(),
      for: z
        .union(
          [
            absent,
            z.string().transform((text, context) => {
              const duration = readDuration(text);
              if (duration !== null) return duration;
              context.addIssue('No duration');
              return z.NEVER;
            }),
          ],
          { error: '"for" must be a duration, such as "2 hours", "3 days", PT2H or P3D.' },
        )
        .optional(),
      reason: reasonSchema,
    },
    {
      error: ({ code, keys }) =>
        code === 'unrecognized_keys'
          ? `There is no argument ${keys.map((key) => JSON.stringify(key)).join(', ')}: give "until" or "for", and "reason".`
          : undefined,
    },
  )
  .refine(({ until, for: length }) => (until === undefined) !== (length === undefined), NEITHER);

/** What a call of `wait_until` that was made at a moment (Unix milliseconds) waits for; a sentence for the model where it can't be. */
export function readWait(given: Record<string, Json>, nowMs: number): (Wait & { reason: string }) | string {
  const read = argumentsSchema.safeParse(given);
  if (!read.success) return read.error.issues.map(({ message }) => message).join(' ');
  const { until, for: length, reason } = read.data;
  const untilMs = length === undefined ? Date.parse(until ?? '') : afterDuration(nowMs, length);
  const now = new Date(nowMs).toISOString();
  if (untilMs <= nowMs) {
    return length === undefined
      ? `"until" must be in the future: it is ${now} now.`
      : '"for" must be longer than no time at all.';
  }
  if (!(untilMs <= nowMs + LONGEST_WAIT_MS)) {
    return `A wait can be at most a year long: it is ${now} now. Wait for less, and then again.`;
  }
  return { untilMs, reason };
}

/** What a call of it that was accepted waits for, in the agent's words. */
export function reasonOf(given: Record<string, Json>): string {
  return reasonSchema.safeParse(given['reason']).data ?? '';
}
