import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, jest, test } from '@jest/globals';
import { openDoomedInstallation } from './backupDrill.ts';

jest.setTimeout(900_000);

const run = promisify(execFile);
const server = process.env['TEST_DATABASE_URL'];

test.each([['the embedded database'], ['a PostgreSQL server']])(
  'on %s: destroyed in the middle of conversations and restored, all go on, and none has lost or doubled a message',
  async (where) => {
    if (where !== 'the embedded database' && server === undefined) return;
    const installation = await openDoomedInstallation(where === 'the embedded database' ? undefined : server);
    try {
      await installation.converse(6, 12);
      const { name, parts } = await installation.backUp();
      expect(parts.map(({ database }) => database).sort()).toEqual(['main', 'temporal']);
      await installation.destroy();
      expect(await installation.restore()).toMatchObject({ backup: name, kept: [] });
      await installation.start();
      expect(await installation.goOn()).toEqual([]);
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
