import { endInWords } from './commandLine.ts';
import { requireDatabase, requireDatabaseUrl } from './databaseUrl.ts';
import { NO_FILTER, schemaFiles, withSchemaEngine } from './schemaEngine.ts';

/** The SQL that would turn the database's schema into that of schema.prisma; empty if they are the same. */
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
  endInWords();
  const url = requireDatabaseUrl();
  await requireDatabase(url);
  const drift = await schemaDrift(url);
  if (drift === '') console.log('The database matches schema.prisma.');
  else console.error(`The database does not match schema.prisma. This would change it:\n${drift}`);
  // The engine's lock timer (10 s) would keep the process running.
  process.exit(drift === '' ? 0 : 1);
}
