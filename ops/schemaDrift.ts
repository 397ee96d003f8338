import { requireDatabaseUrl } from './databaseUrl.ts';
import { NO_FILTER, schemaFiles, withSchemaEngine } from './schemaEngine.ts';

/** The SQL that would make the database what schema.prisma says; empty where it is so already. */
export async function schemaDrift(databaseUrl: string): Promise<string> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', ...schemaFiles(), configDir: '.' },
      to: { tag: 'schemaDatamodel', ...schemaFiles() },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout === null || stdout.includes('This is an empty migration') ? '' : stdout;
  });
}

if (import.meta.main) {
  const drift = await schemaDrift(requireDatabaseUrl());
  if (drift === '') console.log('The database is as schema.prisma says.');
  else console.error(`The database is not as schema.prisma says:\n${drift}`);
  // The engine's lock timer (10 s) would keep the process.
  process.exit(drift === '' ? 0 : 1);
}
