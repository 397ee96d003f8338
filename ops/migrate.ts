import { requireDatabaseUrl } from './databaseUrl.ts';
import { migrationList, NO_FILTER, withSchemaEngine } from './schemaEngine.ts';

/**
 * Applies the migrations that the database does not have yet, oldest first, and returns their names. The same files
 * and the same `_prisma_migrations` table as `prisma migrate deploy`, so either may follow the other.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: NO_FILTER,
    });
    return appliedMigrationNames;
  });
}

if (import.meta.main) {
  const applied = await migrate(requireDatabaseUrl());
  console.log(applied.length === 0 ? 'No migration to apply.' : `Applied: ${applied.join(', ')}`);
  // The engine's lock timer (10 s) would keep the process.
  process.exit(0);
}
