import type { Database } from '../../platform/database.ts';
import type { KnowledgeStore } from '../../platform/knowledge/knowledgeStore.ts';
import { openKnowledgeStore } from '../../platform/knowledge/openKnowledgeStore.ts';

/** The knowledge store that stands in a test's database; close it. */
export function knowledgeOf({ $pool }: Database): KnowledgeStore {
  const { connectionString } = $pool.options;
  if (connectionString === undefined) throw new Error('The pool was not opened by an address');
  return openKnowledgeStore({ DATABASE_URL: connectionString }, { poolSize: 2 });
}
