import { afterAll, expect, it } from '@jest/globals';
import { keptSnapshot } from '../../../test/support/keptSnapshot.ts';
import { PythonTools } from './pythonTool.ts';
import { bareRunner } from './runners.ts';
import { SandboxPool } from './sandboxPool.ts';

const pool = new SandboxPool({
  ...{ memoryBytes: 256 * 1024 * 1024, cpuSeconds: 60 },
  ...{ warm: 0, maxRunning: 2, idleMs: 60_000, snapshot: keptSnapshot },
});
afterAll(() => pool.close());

const known: Record<string, string> = { SEARCH_KEY: 'k/1 2', OTHER: 'not for tools' };
const tools = new PythonTools(pool, bareRunner(pool), {
  names: ['SEARCH_KEY', 'NOT_SET'],
  lookup: (name) => known[name],
});

const run = (body: string) =>
  tools.call(
    { kind: 'python', name: 'f', description: '', source: `def f():\n    ${body}`, imports: ['import os'] },
    {
      name: 'f',
      arguments: {},
      idempotencyKey: 'k',
      timeoutMs: 60_000,
      maxResultBytes: 16_384,
      signal: new AbortController().signal,
    },
  );

it('a tool finds the secrets that the operator names, those that are set, and no other', async () => {
  const { content, isError } = await run(
    "return (len(os.environ['SEARCH_KEY']), os.getenv('NOT_SET'), os.getenv('OTHER'))",
  );
  expect({ content, isError }).toEqual({ content: '(5, None, None)', isError: false });
});

it('their values are hidden in what it returns and in what it fails with', async () => {
  expect((await run("return 'key=' + os.environ['SEARCH_KEY']")).content).toBe('key=***');
  expect(await run("raise ValueError('403 for /search?key=k%2F1%202')")).toEqual({
    content: '403 for /search?key=***',
    isError: true,
  });
});
