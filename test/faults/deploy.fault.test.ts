import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, jest, test } from '@jest/globals';

jest.setTimeout(900_000);

/** In a process of its own: it drives a browser, whose library wants no other test runner beside it. */
async function rehearse(): Promise<string[]> {
  const script = fileURLToPath(new URL('../../bench/deploy.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', script, '--small'], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await new Promise((resolve) => child.once('close', resolve));
  return output.trim().split('\n');
}

test('a changed version is deployed and taken back: no conversation is lost, no stream has a gap, no request fails', async () => {
  // The embedded database has one session for all processes, which takes too long for this.
  if (process.env['TEST_DATABASE_URL'] === undefined) return;
  const lines = await rehearse();
  expect(lines.filter((line) => line.startsWith('BROKEN'))).toEqual([]);
  const figures = JSON.parse(lines.at(-1) ?? '') as Record<string, number>;
  expect(figures).toMatchObject({ conversations: 10, faults: 0, serverErrors: 0, repeatedCalls: 0 });
  // Each reader lost its web process twice at the least: in the deployment, and in the roll-back.
  expect(figures['reconnects']).toBeGreaterThanOrEqual(2 * 6);
});
