import { endInWords } from './commandLine.ts';
import { requireDatabase, requireDatabaseUrl } from './databaseUrl.ts';
import { APPLIED_BY_SUPABASE, knowledgeDatabaseUrl } from './knowledge/knowledgeDatabaseUrl.ts';
import { migrateKnowledge } from './knowledge/knowledgeMigrations.ts';
import { MigrationError } from './migrationError.ts';
import { migrationList, NO_FILTER, withSchemaEngine } from './schemaEngine.ts';

/**
 * Applies the migrations that the database does not have yet, oldest first, and returns their names. The same files
 * and the same `_prisma_migrations` table as `prisma migrate deploy`, so either may follow the other.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(),
        filters: NO_FILTER,
      });
      return appliedMigrationNames;
    } catch (error) {
      throw new MigrationError('The migrations could not be applied.', error);
    }
  });
}

/**
 * Brings everything up to date: the main database, and the knowledge store, if `variables` say where it is. Returns
 * the names of the applied migrations; `say` is called with what can't be done.
 */
export async function migrateAll(
  databaseUrl: string,
  variables: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<string[]> {
  const knowledgeUrl = knowledgeDatabaseUrl(variables, () => databaseUrl);
  const applied = await migrate(databaseUrl);
  if (knowledgeUrl === null) say(APPLIED_BY_SUPABASE);
  else applied.push(...(await migrateKnowledge(knowledgeUrl)));
  return applied;
}

if (import.meta.main) {
  endInWords();
  const url = requireDatabaseUrl();
  await requireDatabase(url);
  const applied = await migrateAll(url, process.env, (line) => console.log(line));
  console.log(applied.length === 0 ? 'No migration to apply.' : `Applied: ${applied.join(', ')}`);
  // The engine's lock timer (10 s) would keep the process running.
  process.exit(0);
}
