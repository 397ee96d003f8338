import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkedDatabaseUrl } from '../databaseUrl.ts';
import { BackupError } from './backupError.ts';
import { embeddedPostgresSource } from './embedded/embeddedPostgresSource.ts';
import { temporalFileSource } from './embedded/temporalFileSource.ts';
import type { DatabaseName } from './manifest.ts';
import { postgresSource } from './postgres/postgresSource.ts';
import type { Source } from './source.ts';

type Variables = Record<string, string | undefined>;

/** Schemas of the knowledge store, which stands in a database that a host such as Supabase shares with its own. */
const KNOWLEDGE_SCHEMAS = ['knowledge', 'supabase_migrations'];

/** What can be left out of a backup on purpose. */
export const omittable = ['knowledge', 'temporal'] as const;
export type Omittable = (typeof omittable)[number];

/**
 * The databases of an installation, by its variables and its data folder, in the order in which a backup takes hold of them:
 * Temporal before our rows. Of two moments the rows' is then the later one, which a worker can mend: a workflow repeats its
 * last steps and finds them stored. A workflow whose rows are missing could not be mended. The knowledge store comes last,
 * as the main database tells what was brought into it. An embedded main database comes first: holding it stops all writing.
 */
export function installationSources(
  variables: Variables,
  dataFolder: string,
  omit: readonly Omittable[],
): { sources: Source[]; omitted: DatabaseName[] } {
  const url = addressIn(variables, 'main');
  const main = url === '' ? embeddedPostgresSource(dataFolder) : server(variables, 'main', url, null);
  const temporal = omit.includes('temporal') ? [] : temporalSources(variables, dataFolder);
  const knowledge = omit.includes('knowledge') ? [] : knowledgeSources(variables);
  return {
    sources: url === '' ? [main, ...temporal, ...knowledge] : [...temporal, main, ...knowledge],
    omitted: [
      ...(omit.includes('temporal') ? (['temporal', 'temporal_visibility'] as const) : []),
      ...(omit.includes('knowledge') ? (['knowledge'] as const) : []),
    ],
  };
}

function temporalSources(variables: Variables, dataFolder: string): Source[] {
  const temporal = addressIn(variables, 'temporal');
  const visibility = addressIn(variables, 'temporal_visibility');
  const file = join(dataFolder, 'temporal.db');
  if (temporal === '' && !variables['TEMPORAL_ADDRESS'] && existsSync(file))
    return [temporalFileSource(file)];
  if (temporal === '') {
    throw new BackupError(
      'Set TEMPORAL_DATABASE_URL (and TEMPORAL_VISIBILITY_DATABASE_URL) to the databases of the Temporal server. Where somebody ' +
        'else keeps them, as in Temporal Cloud, leave them out with --without temporal.',
    );
  }
  return [
    server(variables, 'temporal', temporal, null),
    ...(visibility === '' ? [] : [server(variables, 'temporal_visibility', visibility, null)]),
  ];
}

function knowledgeSources(variables: Variables): Source[] {
  const url = addressIn(variables, 'knowledge');
  if (url !== '') return [server(variables, 'knowledge', url, KNOWLEDGE_SCHEMAS)];
  if (!variables['SUPABASE_URL']) return [];
  throw new BackupError(
    'The knowledge store is on Supabase: set KNOWLEDGE_DATABASE_URL to the connection string of its database, or leave it out ' +
      'with --without knowledge.',
  );
}

function server(variables: Variables, database: DatabaseName, url: string, schemas: string[] | null): Source {
  return postgresSource({ database, url, schemas, variables });
}

/** The variable of each database's address. */
export const addressVariables: Record<DatabaseName, string> = {
  main: 'DATABASE_URL',
  knowledge: 'KNOWLEDGE_DATABASE_URL',
  temporal: 'TEMPORAL_DATABASE_URL',
  temporal_visibility: 'TEMPORAL_VISIBILITY_DATABASE_URL',
};

/** The address of a database as its variable has it; empty: it is not set. Throws where it is none, and shows nothing of it. */
export function addressIn(variables: Variables, database: DatabaseName): string {
  const variable = addressVariables[database];
  const url = variables[variable]?.trim() ?? '';
  return url === '' ? '' : checkedDatabaseUrl(variable, url);
}
