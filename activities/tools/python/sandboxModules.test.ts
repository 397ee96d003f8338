import { afterAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { SANDBOX_ADDS, SANDBOX_MODULES } from '../../../platform/python/sandboxModules.ts';
import { keptSnapshot } from '../../../test/support/keptSnapshot.ts';
import { runCodeBlocks } from './codeBlocks.ts';
import { SandboxPool } from './sandboxPool.ts';

const pool = new SandboxPool({
  memoryBytes: 256 * 1024 * 1024,
  cpuSeconds: 60,
  warm: 1,
  maxRunning: 1,
  idleMs: 60_000,
  snapshot: keptSnapshot,
});
afterAll(() => pool.close());

const IMPORT_ALL = `
import contextlib, importlib, io, json, sys
def can_import(name):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            importlib.import_module(name)
        return True
    except ImportError:
        return False
names = [n for n in sys.stdlib_module_names if n == "__future__" or not n.startswith("_")]
added = ${JSON.stringify(SANDBOX_ADDS)} + ["numpy", "pydantic", "requests"]
print(json.dumps({"own": [n for n in names if can_import(n)], "added": [n for n in added if can_import(n)]}))
`;

test('the modules that tools are checked by are those that the sandbox has', async () => {
  const { output } = await runCodeBlocks(pool, [{ language: 'python', code: IMPORT_ALL }], {
    timeoutMs: 60_000,
    maxOutputBytes: 100_000,
    signal: new AbortController().signal,
  });
  const found = z
    .object({ own: z.array(z.string()), added: z.array(z.string()) })
    .parse(JSON.parse(output.slice(output.indexOf('{"own"'))));
  expect([...SANDBOX_MODULES].sort()).toEqual(found.own.sort());
  expect(found.added).toEqual(SANDBOX_ADDS);
});
