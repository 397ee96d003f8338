import { checkedDatabaseUrl, requireDatabaseUrl } from '../databaseUrl.ts';

type Variables = Record<string, string | undefined>;

/** Where knowledge is on Supabase and its database is not named. */
export const APPLIED_BY_SUPABASE =
  'The knowledge store is on Supabase: apply supabase/migrations with its CLI (supabase db push --remote), ' +
  'or set KNOWLEDGE_DATABASE_URL to the connection string of its database.';

/**
 * The database that the migrations of the knowledge store are applied to; null: it is on Supabase, and we are given no connection to
 * its database. `mainUrl` is asked for where knowledge stands in the main one.
 */
export function knowledgeDatabaseUrl(variables: Variables, mainUrl: () => string): string | null {
  const own = variables['KNOWLEDGE_DATABASE_URL']?.trim();
  if (own) return checkedDatabaseUrl('KNOWLEDGE_DATABASE_URL', own);
  return variables['SUPABASE_URL']?.trim() ? null : mainUrl();
}

/** The same for commands that can't do without it: one line and exit 1. */
export function requireKnowledgeDatabaseUrl(): string {
  const url = knowledgeDatabaseUrl(process.env, requireDatabaseUrl);
  if (url !== null) return url;
  console.error(APPLIED_BY_SUPABASE);
  process.exit(1);
}
