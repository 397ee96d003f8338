import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BackupError } from '../backupError.ts';
import type { Source } from '../source.ts';
import { sqliteSums, TEMPORALS_SQL } from './sqliteSums.ts';

/** The file of Temporal's dev server, which may be running: SQLite copies what is committed, in one transaction. */
export function temporalFileSource(file: string): Source {
  return {
    database: 'temporal',
    address: file,
    hold: async () => {
      if (!existsSync(file))
        throw new BackupError(`There is no ${file}: is this the data folder of \`npm start\`?`);
      // Beside the file: as private as that, and on a disk that has room for such files.
      const folder = mkdtempSync(join(dirname(file), 'backup-'));
      const copy = join(folder, 'temporal.db');
      const remove = () => rmSync(folder, { recursive: true, force: true });
      try {
        const asOf = new Date();
        const server = copyInto(file, copy);
        return await Promise.resolve({
          kind: 'temporal_file',
          ...{ server, asOf, schemas: null, extensions: {}, migrations: [] },
          tool: `SQLite ${server}`,
          tables: () => Promise.resolve(sqliteSums(copy)),
          bytes: () => createReadStream(copy) as AsyncIterable<Uint8Array>,
          release: () => Promise.resolve(remove()),
        });
      } catch (error) {
        remove();
        throw error;
      }
    },
  };
}

/** Copies the file and returns SQLite's version. */
function copyInto(file: string, copy: string): string {
  const database = new DatabaseSync(file, { ...TEMPORALS_SQL, timeout: 30_000 });
  try {
    database.prepare('VACUUM INTO ?').run(copy);
    return String(database.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  } finally {
    database.close();
  }
}
