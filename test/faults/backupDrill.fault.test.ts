import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, jest, test } from '@jest/globals';
import { findTemporalPrograms } from '../../ops/temporalOnPostgres/programs.ts';
import { hasExtension } from '../../ops/temporalOnPostgres/temporaryTemporal.ts';
import { type Kept, openDoomedInstallation } from './backupDrill.ts';

jest.setTimeout(900_000);

const run = promisify(execFile);
const server = process.env['TEST_DATABASE_URL'];

/** What it stands on; where this machine has it. */
const places: [string, Kept, string[]][] = [
  ['the embedded database', { on: 'one machine' }, ['main', 'temporal']],
];
if (server !== undefined) {
  places.push([
    'a PostgreSQL server',
    { on: 'PostgreSQL', serverUrl: server, temporal: 'file' },
    ['main', 'temporal'],
  ]);
  // Temporal's lists need that extension.
  if (findTemporalPrograms() !== null && (await hasExtension(server, 'btree_gin')))
    places.push([
      'a PostgreSQL server, with Temporal on it',
      { on: 'PostgreSQL', serverUrl: server, temporal: 'PostgreSQL' },
      ['main', 'temporal', 'temporal_visibility'],
    ]);
}

test.each(places)(
  'on %s: destroyed in the middle of conversations and restored, all go on, and none has lost or doubled a message',
  async (_where, kept, databases) => {
    const installation = await openDoomedInstallation(kept);
    try {
      await installation.converse(6, 12);
      const { name, parts } = await installation.backUp();
      expect(parts.map(({ database }) => database).sort()).toEqual(databases);
      await installation.destroy();
      expect(await installation.restore()).toMatchObject({ backup: name, kept: [] });
      await installation.start();
      expect(await installation.findStalled()).toEqual([]);
      expect(await installation.faults()).toEqual([]);

      // The same backup in databases of a drill's own, by the command.
      const { stdout } = await run(
        process.execPath,
        ['--no-warnings', fileURLToPath(new URL('../../ops/drill.ts', import.meta.url)), '--json'],
        {
          env: {
            ...process.env,
            NODE_OPTIONS: '',
            BACKUP_TARGET: `file://${installation.backups}`,
            BACKUP_IDENTITY: installation.keys.identity,
            ...(server !== undefined && { DRILL_DATABASE_URL: server }),
          },
        },
      );
      const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as object;
      expect(last).toMatchObject({
        backup: name,
        succeeded: true,
        conversations: { lost: 0, silent: 0, held_up: 0 },
      });
    } finally {
      await installation.close();
    }
  },
);
