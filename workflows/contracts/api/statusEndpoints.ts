import { z } from 'zod';
import { moment } from './fields.ts';

const side = z.object({
  tasks: z.number().int().describe('Tasks that wait for a worker, as Temporal estimates them.'),
  ageSeconds: z.number().describe('How long the oldest has waited.'),
  pollers: z.number().int().describe('Workers that have asked for tasks in the last minutes.'),
});

const statusSchema = z
  .object({
    version: z.string(),
    commit: z.string().nullable(),
    parts: z
      .array(
        z.object({
          name: z.enum(['database', 'knowledge', 'temporal', 'worker', 'models', 'mail']),
          state: z
            .enum(['ok', 'degraded', 'down', 'unused'])
            .describe('`unused`: it is not set up, or nothing was asked of it lately, so nobody knows.'),
          detail: z.string(),
        }),
      )
      .describe(
        '`models` and `mail` by what became of the project’s calls in an hour, and of its mails in a day.',
      ),
    workers: z
      .array(
        z.object({
          identity: z.string().describe('Its process and machine.'),
          buildId: z.string().nullable().describe('Null: it belongs to no deployment.'),
          polledAt: moment,
        }),
      )
      .nullable()
      .describe('Workers that have asked for tasks in the last minutes; null: Temporal does not tell.'),
    queue: z
      .object({ workflow: side, activity: side })
      .nullable()
      .describe('The task queue; null: Temporal does not tell.'),
    backups: z.object({
      state: z
        .enum(['ok', 'old', 'not_set_up', 'unreadable'])
        .describe(
          '`old`: there is none, or the newest is older than 30 hours. `not_set_up`: the web process has no BACKUP_TARGET.',
        ),
      newest: z.object({ name: z.string(), madeAt: moment, bytes: z.number().int() }).nullable(),
      lastDrill: z.object({ backup: z.string(), drilledAt: moment, succeeded: z.boolean() }).nullable(),
    }),
  })
  .meta({ id: 'Status' });

/** The endpoint of the installation's status. */
export const statusEndpoints = {
  readStatus: {
    method: 'get',
    path: '/status',
    tag: 'Status',
    summary: 'Says what is up, what waits for a worker, and how old the newest backup is',
    description: 'Answers 200 also when something is down; `parts` says what.',
    params: {},
    response: statusSchema,
    refusals: [],
  },
} as const;
