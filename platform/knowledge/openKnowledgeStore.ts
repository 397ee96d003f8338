import type { Environment } from '../environment.ts';
import { KnowledgeStore } from './knowledgeStore.ts';
import { createSqlDoor } from './sqlDoor.ts';
import { createSupabaseDoor } from './supabaseDoor.ts';

type Settings = Pick<
  Environment,
  'DATABASE_URL' | 'KNOWLEDGE_DATABASE_URL' | 'SUPABASE_URL' | 'SUPABASE_SERVICE_KEY'
>;

/**
 * The knowledge store as the operator has set it up: on Supabase, in a database of its own, or in the main one. Connects on first
 * use; `close()` it.
 */
export function openKnowledgeStore(settings: Settings, { poolSize }: { poolSize: number }): KnowledgeStore {
  const { SUPABASE_URL: url, SUPABASE_SERVICE_KEY: key } = settings;
  if (url !== undefined && key !== undefined) return new KnowledgeStore(createSupabaseDoor(url, key));
  const databaseUrl = settings.KNOWLEDGE_DATABASE_URL ?? settings.DATABASE_URL;
  return new KnowledgeStore(createSqlDoor(databaseUrl, { poolSize }));
}
