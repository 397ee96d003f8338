import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exitCodes } from '../../cli/exitCodes.ts';
import { createBackupStatus } from '../../platform/backupStatus.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';

let world: ApiWorld;
let folder: string;
beforeAll(async () => {
  world = await openApiWorld();
  folder = mkdtempSync(join(tmpdir(), 'colloquy-status-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

describe('the status', () => {
  it('says what is up and what is down, with nothing invented', async () => {
    const { token } = await world.addMember();
    const { status, body } = await world.ask(token, '/status');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: expect.stringMatching(/^\d+[.]\d+/),
      queue: null,
      backups: { state: 'not_set_up', newest: null, lastDrill: null },
    });
    expect(body['parts']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'database', state: 'ok' }),
        expect.objectContaining({ name: 'temporal', state: 'down' }),
        expect.objectContaining({ name: 'worker', state: 'degraded' }),
      ]),
    );
  });

  it('is for those who have a token', async () => {
    expect((await world.ask('wrong', '/status')).status).toBe(401);
  });

  it('is said by the command line, which fails where something is down', async () => {
    const { token } = await world.addMember();
    const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
    const env = {
      NODE_ENV: 'production' as const,
      COLLOQUY_URL: world.url.replace('/api/v1', ''),
      COLLOQUY_TOKEN: token,
      COLLOQUY_DATA: folder,
    };
    const child = spawn(process.execPath, ['--no-warnings', main, 'status'], { env });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(child, 'close')) as [number];
    expect(said).toMatch(/^database +ok [(]\d+ ms[)]$/m);
    expect(said).toMatch(/^temporal +down [(]/m);
    expect(said).toMatch(/^backups +not_set_up$/m);
    expect(code).toBe(exitCodes.failed);
  });

  it('reads a drill where the backups are', async () => {
    const drill = { backup: 'colloquy-1', drilledAt: '2026-11-01T03:00:00.000Z', succeeded: false };
    writeFileSync(join(folder, 'last-drill.json'), JSON.stringify(drill));
    const read = createBackupStatus(
      { PATH: process.env['PATH'], BACKUP_TARGET: pathToFileURL(folder).href },
      () => 0,
    );
    expect(await read()).toMatchObject({ backups: 0, newest: null, lastDrill: drill });
    expect(await createBackupStatus({}, () => 0)()).toBeNull();
  });

  it('fails where they cannot be read', async () => {
    const read = createBackupStatus({ PATH: process.env['PATH'], BACKUP_TARGET: 'ftp://nowhere' }, () => 0);
    await expect(read()).rejects.toThrow();
    // Who asks meanwhile waits for the same answer, and the next one is asked anew.
    const asked = read();
    expect(read()).toBe(asked);
    await expect(asked).rejects.toThrow();
    const again = read();
    expect(again).not.toBe(asked);
    await expect(again).rejects.toThrow();
  });
});
