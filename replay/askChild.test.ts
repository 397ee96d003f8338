import { spawn } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { askChild } from './askChild.ts';
import { REPLAY_LIMITS } from './limits.ts';

const { signal } = new AbortController();

/** A process that answers a history with what a shell script prints. */
function ask(script: string) {
  const child = spawn('/bin/sh', ['-c', script], { stdio: 'pipe' });
  child.stdin.on('error', () => child.stdin.destroy());
  return askChild(child, { form: 'json', bytes: Buffer.from('{}') }, REPLAY_LIMITS, signal).finally(() =>
    child.kill('SIGKILL'),
  );
}

it.each([
  ['no JSON', 'echo "Segmentation fault"; exec sleep 60'],
  ['JSON of another kind', `echo '{"kind":"perhaps"}'; exec sleep 60`],
  ['null', 'echo null; exec sleep 60'],
  ['two answers', `printf '{"kind":"agrees"}\\n{"kind":"agrees"}\\n'; exec sleep 60`],
])('a process that answers with %s gives no verdict', async (_what, script) => {
  await expect(ask(script)).rejects.toThrow('The process that replays gave no answer');
});

it('a process that ends by itself is told of in its own words', async () => {
  await expect(ask('echo "no such bundle" >&2; exit 1')).rejects.toThrow('ended by itself: no such bundle');
});

it('a process that does not stop talking is cut off', async () => {
  const { verdict, isSpent } = await ask('yes no-line-end | tr -d "\\n"');
  expect(verdict).toMatchObject({ kind: 'refused', refusal: 'too_large' });
  expect(isSpent).toBe(true);
});

it('a verdict that comes in pieces is read when it is whole', async () => {
  const { verdict, isSpent } = await ask(`printf '{"kind":'; sleep 0.1; echo '"agrees"}'; exec sleep 60`);
  expect(verdict).toEqual({ kind: 'agrees' });
  expect(isSpent).toBe(false);
});
