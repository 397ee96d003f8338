import { createHash } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { execute, sql } from '../../platform/sql.ts';
import type { Json } from '../../workflows/domain/json.ts';

const KEPT = 1_000;
const written = new Set<string>();

/** Keeps a part that many requests share under its hash; each part is written once for a project. */
export async function keepRequestPart(database: Database, projectId: string, part: Json): Promise<void> {
  const content = JSON.stringify(part);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const key = `${projectId}/${sha256}`;
  if (written.has(key)) return;
  await execute(
    database,
    sql`
    INSERT INTO request_part (project_id, sha256, content)
    VALUES (${projectId}::uuid, ${sha256}, ${content}::json)
    ON CONFLICT DO NOTHING`,
  );
  if (written.size >= KEPT) written.clear();
  written.add(key);
}
