import { describe, expect, test } from '@jest/globals';
import { faultsOf, missingModules } from './checkPythonTool.ts';

const faults = (source: string, imports: string[] = []) =>
  faultsOf({ source, imports }).map((fault) =>
    fault.kind === 'syntax'
      ? `${fault.path.join('.')}:${String(fault.error.line)}:${String(fault.error.column)} ${fault.error.reason}`
      : `${fault.kind} ${String(fault.named)}`,
  );
const missing = (source: string, imports: string[] = []) =>
  missingModules({ source, imports }).map(({ path, module }) => `${path.join('.')} ${module}`);

describe('faultsOf', () => {
  test.each([
    ['def f(a: int) -> int:\n    return a +\n', ['source:2:15 Expected an expression']],
    ['def f()\n    pass\n', ['source:1:8 Expected `:`, found newline']],
    ['def f():\nreturn 1\n', ['source:2:1 Expected an indented block after function definition']],
    ['def f():\n        a = 1\n    b = 2\n', [expect.stringMatching(/^source:3:1 unindent/)]],
    ['def f():\n    x = "abc\n', [expect.stringMatching(/^source:2:9 missing closing quote/)]],
    ['def f():\n    é = "é" + (\n', [expect.stringMatching(/^source:3:1 /)]],
    ['def f():\n    await g()\n', [expect.stringMatching(/^source:2:5 `await`/)]],
    ['def f(): pass\nreturn 1\n', [expect.stringMatching(/^source:2:1 .*return/i)]],
    ['print "x"\n', [expect.stringMatching(/^source:1:7 /)]],
  ])('%j is no Python', (source, expected) => {
    expect(faults(source)).toEqual(expected);
  });

  test('an import statement is read too', () => {
    expect(faults('def f(): pass', ['import json', 'import', 'from x import'])).toEqual([
      expect.stringMatching(/^imports\.1:1:7 /),
      expect.stringMatching(/^imports\.2:1:14 /),
    ]);
  });

  test.each([
    'def f(a: int, /, b: list[str] = [], *, c: "str" = "def g(", **d: int) -> dict[str, int]:\n    return {}\n',
    'async def f():\n    async with a as b, c as d:\n        return [x async for x in b]\n',
    'import re\n@decorated(lambda: (yield))\ndef f(): return f"{d["a"]:>{w}} {x!r} {y=}"\n',
    'type A[T = int] = list[T]\nmatch = case = 1\ndef f():\n    match x:\n        case {"a": [1, *_], **rest} if rest: pass\n',
    'try:\n    import numpy\nexcept* (A, B) as e:\n    pass\ndef f(): return t"hi {x}"\n',
    'if True:\n    def f(): pass\nelse:\n    f = None\n',
    'def outer():\n    global f\n    def f(): pass\n',
    '# def f(\nfrom x import *\n',
    '\tdef f(): pass'.trim(),
    'def f(): pass\r\nx = 1\r\n',
    '# Undefined: undef f(x)\ndef f(x: int): pass\n',
  ])('%j is well', (source) => {
    expect(faults(source)).toEqual([]);
  });

  test.each([
    ['x = 1\n', 'no_function null'],
    ['f = lambda: 1  # a def without one\n', 'no_function without one'],
    ['def f[T](x: T): pass\n', 'no_function f[T]'],
    ['"""Use a def of yours."""\ndef f(): pass\n', 'no_function of yours."""'],
    ['class A:\n    def f(self: int): pass\n\ndef tool(): pass\n', 'not_at_top f'],
    ['def_ = 1\nclass A:\n    x = 1\n    async def f(self: int):\n        f()\n', 'not_at_top f'],
  ])('AutoGen finds no function in %j', (source, expected) => {
    expect(faults(source)).toEqual([expected]);
  });

  test('source without a bottom is left to the sandbox, and takes nothing from what comes after it', () => {
    for (let round = 0; round < 3; round += 1) {
      expect(faults(`def f(): return ${'('.repeat(20_000)}1${')'.repeat(20_000)}`)).toEqual([]);
      expect(faults('def f(:')).toHaveLength(1);
    }
  });
});

describe('missingModules', () => {
  test('names what the sandbox has not, once for each place', () => {
    const source =
      'import os.path as p, requests.adapters as q, numpy\nfrom pandas.core import (a,\n  b as c)\nx = 1; import yaml\nimport numpy\ndef f(): pass\n';
    expect(missing(source, ['import json', 'from bs4 import x as y', 'import tkinter as tk'])).toEqual([
      'imports.1 bs4',
      'imports.2 tkinter',
      'source requests',
      'source numpy',
      'source pandas',
      'source yaml',
    ]);
  });

  test.each([
    'try:\n    import numpy\nexcept ImportError:\n    numpy = None\n',
    'if TYPE_CHECKING: import numpy\n',
    'def f():\n    import numpy\n',
    'from . import x\nfrom .y import z\n',
    '"""\nimport numpy\n"""\n# import numpy\nimporting = from_ = 1\n',
    'from __future__ import annotations\nimport _abc, typing_extensions\nfrom autogen_core import CancellationToken\n',
    'import (\n',
  ])('%j asks for nothing that is certainly missing', (source) => {
    expect(missing(source)).toEqual([]);
  });
});
