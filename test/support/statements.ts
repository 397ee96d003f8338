import type { Pool, PoolClient } from 'pg';

/** The texts of all statements that a pool's connections send from now on. */
export function hearStatements(pool: Pool): Set<string> {
  const statements = new Set<string>();
  const heard = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      statements.add(textOf(args[0]));
      return query(...args);
    }) as PoolClient['query'];
  });
  return statements;
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const { text } = statement as { text?: unknown };
  return typeof text === 'string' ? text : '';
}

/** Tables whose rows belong to a project; api_token is left out, since a token's hash finds its project. */
const TABLES =
  'conversation|conversation_run|turn|message|live_text|human_task|submission|model_call|tool_call|team|team_version|model_price|request_part|schedule|schedule_revision|schedule_pause|schedule_backfill|scheduled_run|membership|notice|notice_delivery|notice_preference|notice_webhook|knowledge_import|knowledge_import_item|knowledge_source|embedding_call|wake_up';
const BEGINS = `(?:UPDATE|DELETE FROM|FROM) "?(?:${TABLES})\\b`;

/** Each place in a statement that reads or changes existing rows of a project. */
export function partsOf(statements: Iterable<string>): string[] {
  const begins = new RegExp(`^${BEGINS}`);
  return [...statements].flatMap((statement) =>
    statement
      .replaceAll('"public".', '')
      .split(new RegExp(`(?=${BEGINS})`))
      .filter((part) => begins.test(part)),
  );
}

/** How Prisma reads the row that a foreign key refers to: it belongs to the same project. Where all are null, it reads none. */
const NAMED_BY_ROW = /^FROM "(\w+)" WHERE "\1"\."id" (= \$\d+|IN \((?:[$\d,]+|NULL)\)) OFFSET/;

/** The places that do not name their project. */
export function unscoped(parts: readonly string[]): string[] {
  return parts.filter((part) => !/project_id"? = |project_id"?\) = /.test(part) && !NAMED_BY_ROW.test(part));
}
