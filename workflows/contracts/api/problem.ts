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
  'task_refused',
  'not_over',
  'cannot_go_on',
  'over',
  'not_started',
  'task_closed',
  'decision_not_allowed',
  'key_used',
  'refused',
  'unavailable',
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
    detail: z.string().describe('What to do about it, in a sentence or two.'),
    problems: z
      .array(
        z.object({
          path: z.string().describe('Where in the body or file: a JSON path.'),
          message: z.string(),
          fix: z.string().optional(),
        }),
      )
      .optional()
      .describe('Each thing that is wrong with what was sent.'),
    newest: z
      .object({
        version: z.number().int(),
        author: z.string().nullable().describe('Who saved it; null: that is not known.'),
        createdAt: moment,
      })
      .optional()
      .describe('Of `stale`: the team’s newest version.'),
  })
  .meta({ id: 'Problem' });

export type ProblemDocument = z.infer<typeof problemSchema>;
