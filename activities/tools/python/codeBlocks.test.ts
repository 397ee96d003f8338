import { afterAll, expect, it } from '@jest/globals';
import { keptSnapshot } from '../../../test/support/keptSnapshot.ts';
import { type CodeBlock, runCodeBlocks } from './codeBlocks.ts';
import { SandboxPool } from './sandboxPool.ts';

const pool = new SandboxPool({
  memoryBytes: 256 * 1024 * 1024,
  cpuSeconds: 60,
  warm: 1,
  maxRunning: 2,
  idleMs: 60_000,
  snapshot: keptSnapshot,
});
afterAll(() => pool.close());

const python = (code: string): CodeBlock => ({ language: 'python', code });
const run = (blocks: CodeBlock[], timeoutMs = 60_000) =>
  runCodeBlocks(pool, blocks, { timeoutMs, maxOutputBytes: 500, signal: new AbortController().signal });

it('the output of a block is what it wrote to stderr, then to stdout', async () => {
  const code = 'import sys, os\nprint("out")\nprint("err", file=sys.stderr)\nos.write(1, b"raw\\n")';
  expect(await run([python(code)])).toEqual({ exitCode: 0, output: 'err\nout\nraw\n' });
});

it('blocks run until one fails, as scripts of their own that share a folder', async () => {
  const outcome = await run([
    python('# filename: shared.py\nvalue = 41\nhere = __name__'),
    python('import shared\nprint(shared.value + 1, shared.here, __name__, "value" in globals())'),
    python('raise SystemExit(3)'),
    python('print("never")'),
  ]);
  expect(outcome).toEqual({ exitCode: 3, output: '42 shared __main__ False\n' });
});

it('an exception is shown as a script shows it', async () => {
  const { exitCode, output } = await run([python('def f():\n    return 1 / 0\nf()')]);
  expect(exitCode).toBe(1);
  expect(output).toMatch(
    /^Traceback \(most recent call last\):\n {2}File "\/home\/pyodide\/tmp_code_[0-9a-f]{64}.py", line 3, in <module>\n {4}f\(\)\n/,
  );
  expect(output).toMatch(/ZeroDivisionError: division by zero\n$/);
  expect((await run([python('print(')])).output).toContain("SyntaxError: '(' was never closed");
});

it('a loop of its own is run, and what scripts look up in their module is there', async () => {
  const code = `import asyncio, dataclasses
@dataclasses.dataclass
class Point:
    x: int
async def main():
    await asyncio.sleep(0.01)
    print(Point(1))
if __name__ == '__main__':
    asyncio.run(main())`;
  expect(await run([python(code)])).toEqual({ exitCode: 0, output: 'Point(x=1)\n' });
});

it('a block that takes too long is ended; what earlier ones said is kept', async () => {
  expect(await run([python('print(1)'), python('while True: pass')], 700)).toEqual({
    exitCode: 124,
    output: '1\n\nTimeout',
  });
});

it('a block that ends its interpreter has its exit code', async () => {
  expect(await run([python('import os\nprint("last", flush=True)\nos._exit(9)')])).toEqual({
    exitCode: 9,
    output: 'last\n',
  });
});

it('output over the limit is cut, and says so', async () => {
  const { exitCode, output } = await run([python('for _ in range(300): print("x" * 100_000)')]);
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^x+\n\[The output was cut after 500 bytes\]$/);
  expect(Buffer.byteLength(output)).toBe(500);
});

it('no language but Python is run, and no file outside the folder is written', async () => {
  expect(await run([{ language: 'sh', code: 'ls' }])).toEqual({
    exitCode: 1,
    output: '\nCode runs in a Python sandbox without a shell: sh is not run.',
  });
  expect(await run([{ language: 'cobol', code: '' }])).toEqual({
    exitCode: 1,
    output: '\nunknown language cobol',
  });
  expect(await run([python('# filename: ../../lib/x.py\n')])).toEqual({
    exitCode: 1,
    output: 'Filename is not in the workspace',
  });
});
