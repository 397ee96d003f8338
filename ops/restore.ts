import { resolve } from 'node:path';
import { BackupError } from './backup/backupError.ts';
import type { Destination } from './backup/destination.ts';
import {
  embeddedPostgresDestination,
  temporalFileDestination,
} from './backup/embedded/dataFolderDestination.ts';
import { thisProduct } from './backup/installation.ts';
import { type DatabaseName, databaseNames, type PartKind } from './backup/manifest.ts';
import { postgresDestination } from './backup/postgres/postgresDestination.ts';
import { openReport, runCommand } from './backup/report.ts';
import { checkBackup, findBackup, restoreBackup } from './backup/restoreBackup.ts';
import { readBackupSettings } from './backup/settings.ts';
import { addressIn, addressVariables } from './backup/sources.ts';
import { openStore } from './backup/store/openStore.ts';
import { readOptions } from './commandLine.ts';
import { dataFolderHere } from './databaseUrl.ts';

// `npm run restore`: restores a backup into the databases that the environment names.

const { values } = readOptions({
  options: {
    /** The backup's name. */
    backup: { type: 'string', default: 'latest' },
    /** Only these databases; may be repeated. */
    only: { type: 'string', multiple: true, default: [] },
    /** Take the place of what is there; it is kept under another name. */
    replace: { type: 'boolean', default: false },
    /** Where an embedded installation is restored to, instead of COLLOQUY_DATA. */
    'data-folder': { type: 'string' },
    /** Check everything and restore nothing. */
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const report = openReport('restore', values.json);

await runCommand(report, async () => {
  const { identities, ...settings } = readBackupSettings(process.env, 'identities');
  const store = openStore(settings);
  const { name: backup, parts } = await findBackup(store, values.backup);
  const destinations = chosen(parts.map(({ database }) => database)).map((database) =>
    destinationOf(database, parts.find((part) => part.database === database)?.kind ?? 'postgres_dump'),
  );
  const options = { store, backup, identities, destinations, product: thisProduct(), report };
  if (values.check) {
    await checkBackup(options);
    report.info(`${backup} is whole and can be restored here. Nothing was changed.`, { backup });
    return;
  }
  const { checkSeconds, restoreSeconds, tables, rows, kept } = await restoreBackup(options);
  for (const each of kept) report.info(`kept ${each}`);
  report.info(
    `${backup} is restored: ${String(rows)} rows in ${String(tables)} tables, equal to what was backed up. Run npm run migrate, ` +
      'then start Temporal, the workers and the web app.',
    { backup, tables, rows, checkSeconds, restoreSeconds, seconds: checkSeconds + restoreSeconds },
  );
});

function chosen(present: readonly DatabaseName[]): DatabaseName[] {
  const unknown = values.only.find((name) => !databaseNames.some((each) => each === name));
  if (unknown !== undefined)
    throw new BackupError(`--only takes ${databaseNames.join(', ')}, not "${unknown}".`);
  return databaseNames.filter((name) => (values.only.length === 0 ? present : values.only).includes(name));
}

function destinationOf(database: DatabaseName, kind: PartKind): Destination {
  const { replace } = values;
  const folder = resolve(values['data-folder'] ?? dataFolderHere());
  if (kind === 'embedded_postgres') return embeddedPostgresDestination({ database, folder, replace });
  if (kind === 'temporal_file') return temporalFileDestination({ database, folder, replace });
  return postgresDestination({ database, url: addressOf(database), replace, variables: process.env });
}

function addressOf(database: DatabaseName): string {
  const variable = addressVariables[database];
  const url = addressIn(process.env, database);
  if (url !== '') return url;
  throw new BackupError(
    `Set ${variable} to the database that ${database} is restored to, or choose others with --only.`,
  );
}
