import { z } from 'zod';
import { moment } from './fields.ts';

/** What kinds of refusals there are; `urn:colloquy:problem:KIND` is a problem's type. */
export const problemKinds = [
  'unauthorized',
  'not_found',
  'method_not_allowed',
  'invalid_request',
  'too_large',
  'unsupported_media_type',
  'too_many_requests',
  'import_refused',
  'name_taken',
  'stale',
  'unknown_team',
  'unknown_collection',
  'task_refused',
  'not_over',
  'cannot_go_on',
  'over',
  'not_standing',
  'circle',
  'too_many_wake_ups',
  'importing',
  'not_started',
  'task_closed',
  'not_resendable',
  'not_movable',
  'decision_not_allowed',
  'not_asked',
  'key_used',
  'refused',
  'unavailable',
  'busy',
  'internal',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

const PREFIX = 'urn:colloquy:problem:';

/** The `type` of a problem of this kind. */
export function problemType(kind: ProblemKind): string {
  return PREFIX + kind;
}

/** Why a request was not carried out (RFC 9457), sent as application/problem+json. */
export const problemSchema = z
  .object({
    type: z.string().describe(`One of ${problemKinds.map((kind) => `\`${problemType(kind)}\``).join(', ')}.`),
    title: z.string().describe('What went wrong, in a few words.'),
    status: z.number().int().describe('The HTTP status.'),
    detail: z.string().describe('What to do about it, in one or two sentences.'),
    problems: z
      .array(
        z.object({
          path: z.string().describe('The place in the body or file, as a JSON path.'),
          message: z.string(),
          fix: z.string().optional(),
        }),
      )
      .optional()
      .describe('Every error in the request.'),
    traceId: z
      .string()
      .optional()
      .describe('The trace of the request: a reference to quote, which every log line about it has.'),
    newest: z
      .object({
        version: z.number().int(),
        author: z.string().nullable().describe('Who saved it; null if unknown.'),
        createdAt: moment,
      })
      .optional()
      .describe('For `stale`: the team’s newest version.'),
  })
  .meta({ id: 'Problem' });

export type ProblemDocument = z.infer<typeof problemSchema>;
