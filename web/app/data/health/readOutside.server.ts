import { z } from 'zod';
import { isDatabaseAway } from '../../../../platform/databaseAway.ts';
import type { Environment } from '../../../../platform/environment.ts';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { withTimeout } from '../../../../platform/withTimeout.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { describeMail, describeModels } from './describeOutside.ts';
import type { PartView } from './statusView.ts';

const TIMEOUT_MS = 3_000;

const row = z.object({
  answered: z.int(),
  unanswered: z.int(),
  sent: z.int(),
  failed: z.int(),
  late: z.int(),
});

/**
 * How models and the mail server have behaved lately, by what the project asked of them: they are not asked anything for it. No
 * lines where the database is away, which has a line of its own.
 */
export async function readOutside(scope: ProjectScope): Promise<PartView[]> {
  const { database, environment, logger } = services();
  try {
    const [counts] = await withTimeout(queryRows(database, countsOf(scope), row), TIMEOUT_MS);
    if (counts === undefined) return [];
    return [
      { name: 'models', ...describeModels({ ...counts, ...modelPlace(environment) }) },
      { name: 'mail', ...describeMail({ ...counts, hasMailServer: environment.SMTP_URL !== undefined }) },
    ];
  } catch (error) {
    if (!isDatabaseAway(error)) logger.warn({ err: error }, 'calls and mails could not be counted');
    return [];
  }
}

/** Without what else an address may hold, such as a password. */
function modelPlace({
  DEFAULT_MODEL,
  OPENAI_BASE_URL,
}: Pick<Environment, 'DEFAULT_MODEL' | 'OPENAI_BASE_URL'>) {
  return { model: DEFAULT_MODEL, host: new URL(OPENAI_BASE_URL).host };
}

/** Calls of the last hour, of conversations that are open or began within a day: there are indexes for both. */
function countsOf({ projectId }: ProjectScope) {
  return sql`
    SELECT
      calls.answered, calls.unanswered, mails.sent, mails.failed, mails.late
    FROM (
      SELECT count(*) FILTER (WHERE state = 'completed')::int AS answered,
             count(*) FILTER (WHERE state IN ('failed', 'unknown'))::int AS unanswered
      FROM model_call
      WHERE project_id = ${projectId}::uuid AND ended_at > now() - interval '1 hour' AND conversation_id IN (
        SELECT id FROM conversation
        WHERE project_id = ${projectId}::uuid
          AND (state IN ('running', 'waiting', 'parked', 'paused', 'sleeping') OR created_at > now() - interval '1 day'))
    ) AS calls, (
      SELECT count(*) FILTER (WHERE state = 'sent')::int AS sent,
             count(*) FILTER (WHERE state = 'failed')::int AS failed,
             count(*) FILTER (WHERE state IN ('starting', 'sending') AND updated_at < now() - interval '10 minutes')::int AS late
      FROM notice
      WHERE project_id = ${projectId}::uuid AND channel = 'email' AND created_at > now() - interval '1 day'
    ) AS mails`;
}
