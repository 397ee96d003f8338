import { afterAll, expect, it } from '@jest/globals';
import { keptSnapshot } from '../../../test/support/keptSnapshot.ts';
import type { Json } from '../../../workflows/domain/json.ts';
import type { PythonTool } from '../../../workflows/domain/tools/kinds/python.ts';
import { PythonTools } from './pythonTool.ts';
import { SandboxPool } from './sandboxPool.ts';

const pool = new SandboxPool({
  memoryBytes: 256 * 1024 * 1024,
  cpuSeconds: 60,
  warm: 1,
  maxRunning: 2,
  idleMs: 60_000,
  snapshot: keptSnapshot,
});
const tools = new PythonTools(pool);
afterAll(() => pool.close());

const tool = (source: string, imports: string[] = []): PythonTool => ({
  kind: 'python',
  name: 'tool',
  description: 'A tool.',
  source,
  imports,
});

const call = (python: PythonTool, args: Record<string, Json> = {}, signal = new AbortController().signal) =>
  tools.call(python, {
    name: 'tool',
    arguments: args,
    idempotencyKey: 'k',
    timeoutMs: 60_000,
    maxResultBytes: 1_000,
    signal,
  });

it('a model is told the parameters as AutoGen’s pydantic model gives them', async () => {
  const source = `def search(query: Annotated[str, "What to look for"], limit: int = 5, kinds: Optional[List[Literal["a", "b"]]] = None, cancellation_token: CancellationToken = None) -> str:
    return query`;
  const imports = [
    'from typing import List, Literal, Optional',
    'from typing_extensions import Annotated',
    'from autogen_core import CancellationToken',
  ];
  const description = await tools.describe(tool(source, imports), new AbortController().signal);
  // What AutoGen 0.7.5 gives for this function.
  expect(description).toEqual({
    name: 'tool',
    description: 'A tool.',
    parameters: {
      type: 'object',
      properties: {
        query: { description: 'What to look for', title: 'Query', type: 'string' },
        limit: { default: 5, description: 'limit', title: 'Limit', type: 'integer' },
        kinds: {
          anyOf: [{ items: { enum: ['a', 'b'], type: 'string' }, type: 'array' }, { type: 'null' }],
          default: null,
          description: 'kinds',
          title: 'Kinds',
        },
      },
      required: ['query'],
      additionalProperties: false,
    },
  });
});

it('a source without a function that can be described is a fault of the team, and retrying does not help', async () => {
  const describe = (source: string) => tools.describe(tool(source), new AbortController().signal);
  await expect(describe('def broken(:')).rejects.toMatchObject({
    trouble: 'misconfigured',
    retryable: false,
    message: expect.stringMatching(
      /^The Python tool "tool" can't be described: Could not compile and load function/,
    ),
  });
});

it('what a function returns becomes text as str() gives it', async () => {
  const source = 'def f(value: dict):\n    return {"a": [1, 2.0, None, True], **value}';
  expect(await call(tool(source), { value: { b: 'x' } })).toEqual({
    content: "{'a': [1, 2.0, None, True], 'b': 'x'}",
    isError: false,
  });
});

it('an async function is awaited, and gets no cancellation token', async () => {
  const source = `async def f(cancellation_token: CancellationToken):
    import asyncio
    await asyncio.sleep(0.01)
    return cancellation_token`;
  const imports = ['from autogen_core import CancellationToken'];
  expect(await call(tool(source, imports))).toEqual({ content: 'None', isError: false });
});

it('a sync function may run a loop of its own', async () => {
  const source = `def f():
    import asyncio
    async def later():
        await asyncio.sleep(0.01)
        return 'later'
    return asyncio.run(later())`;
  expect(await call(tool(source))).toEqual({ content: 'later', isError: false });
});

it('arguments are read as pydantic reads them, and what does not fit is said in its words', async () => {
  const source = 'def add(a: int, b: float = 1):\n    return [a, b]';
  expect(await call(tool(source), { a: '3', unknown: 1 })).toEqual({ content: '[3, 1]', isError: false });
  expect(await call(tool(source), { b: 'x' })).toEqual({
    content: `2 validation errors for toolargs
a
  Field required [type=missing, input_value={'b': 'x'}, input_type=dict]
    For further information visit https://errors.pydantic.dev/2.14/v/missing
b
  Input should be a valid number, unable to parse string as a number [type=float_parsing, input_value='x', input_type=str]
    For further information visit https://errors.pydantic.dev/2.14/v/float_parsing`,
    isError: true,
  });
});

it('an exception is an error with its text, an import that fails too', async () => {
  expect(await call(tool('def f():\n    raise ValueError("no such city")'))).toEqual({
    content: 'no such city',
    isError: true,
  });
  expect(await call(tool('def f():\n    return 1', ['import pandas_of_old']))).toEqual({
    content: `Failed to import import pandas_of_old: Module not found. Please ensure the module is installed.
The Python module "pandas_of_old" is not available: this tool runs in a sandbox with only the standard library. The operator can allow its package with PYTHON_PACKAGES, or let tools run on the machine's own Python with PYTHON_RUNNER=machine.`,
    isError: true,
  });
});

const SIGNATURE = {
  type: 'object',
  properties: {
    url: { description: 'Where', title: 'Url', type: 'string' },
    retries: { default: 2, description: 'retries', title: 'Retries', type: 'integer' },
  },
  required: ['url'],
  additionalProperties: false,
};
const FETCH =
  'def fetch(url: Annotated[str, "Where"], retries: int = 2) -> str:\n    return requests.get(url).text';
it.each([
  ['an import statement', FETCH, ['import requests', 'from typing import Annotated']],
  ['an import at the top of its source', `import requests\nfrom typing import Annotated\n${FETCH}`, []],
  [
    'an import from a package',
    `from requests.adapters import HTTPAdapter\n${FETCH}`,
    ['from typing_extensions import Annotated'],
  ],
  [
    'code at the top that fails',
    `import os\nkey = os.environ["KEY"]\n${FETCH}`,
    ['from typing import Annotated'],
  ],
  [
    'a class of a missing module',
    `from pydantic import BaseModel\nclass Page(BaseModel):\n    url: str\n${FETCH}`,
    [],
  ],
  ['a decorator of a missing module', `import tenacity\n@tenacity.retry(stop=3)\n${FETCH}`, []],
  ['a return type of a missing module', `import httpx\n${FETCH.replace('-> str', '-> httpx.Response')}`, []],
  ['an async function', `import httpx\nasync ${FETCH}`, []],
])(
  'a tool that can\u2019t be loaded for %s is described by its source, and its calls fail',
  async (_why, source, imports) => {
    const description = await tools.describe(tool(source, imports), new AbortController().signal);
    expect(description.parameters).toEqual(SIGNATURE);
    const result = await call(tool(source, imports), { url: 'x' });
    expect(result.isError).toBe(true);
  },
);

it('a parameter of a type that is missing may be anything', async () => {
  const source =
    'import numpy as np\ndef mean(values: np.ndarray, names: "list[str]", axis: np.Axis = np.ROWS) -> float:\n    return 0';
  const { parameters } = await tools.describe(tool(source), new AbortController().signal);
  expect(parameters).toMatchObject({
    properties: {
      values: { description: 'values', title: 'Values' },
      names: { items: { type: 'string' }, type: 'array' },
    },
    required: ['values', 'names'],
  });
});

it('a module that is missing only when the function runs is named, with what to do', async () => {
  const source = 'def f():\n    import yaml.nodes\n    return 1';
  expect((await call(tool(source))).content).toMatch(
    /^No module named 'yaml'\nThe Python module "yaml" is not available/,
  );
});

it('what is described by its source is not run for that', async () => {
  const source = 'import requests\nwhile True: pass\ndef f(a: int): pass';
  const { parameters } = await tools.describe(tool(source), new AbortController().signal);
  expect(parameters).toMatchObject({ required: ['a'] });
});

it('the limit that ended a call is named', async () => {
  const filling = await call(
    tool('def f():\n    kept = []\n    while True: kept.append(bytearray(1_000_000))'),
  );
  expect(filling.content).toBe('The tool ran out of memory: its limit is 256 MiB');
});

it('a result over the limit is an error that says how long it was', async () => {
  const result = await call(tool('def f():\n    return "é" * 1_000_000'));
  expect(result.isError).toBe(true);
  expect(result.content).toMatch(
    /^The result is too large: it has \d+ bytes, and 1000 are allowed. It begins:\né+$/,
  );
  expect(Buffer.byteLength(result.content)).toBeLessThanOrEqual(1_000);
});

it('a call leaves nothing behind for the next', async () => {
  const source = `def f():
    import builtins, os, json
    seen = hasattr(builtins, 'left') or hasattr(json, 'left') or os.path.exists('/home/left')
    builtins.left = json.left = 1
    open('/home/left', 'w').close()
    return seen`;
  expect(await call(tool(source))).toEqual({ content: 'False', isError: false });
  expect(await call(tool(source))).toEqual({ content: 'False', isError: false });
});

it('a call that is cancelled rejects with the reason', async () => {
  const cancel = new AbortController();
  const running = call(tool('def f():\n    while True: pass'), {}, cancel.signal);
  cancel.abort(new Error('not needed'));
  await expect(running).rejects.toThrow('not needed');
});
