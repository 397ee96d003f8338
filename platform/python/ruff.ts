import { createRequire } from 'node:module';
import type * as Ruff from '@astral-sh/ruff-wasm-nodejs';
import { z } from 'zod';

/** Where Python source is no Python: line and column count from 1, the column in UTF-16 units. */
export interface PythonError {
  line: number;
  column: number;
  /** "Expected an expression" */
  reason: string;
}

/** A token of Python source: its kind ("Import", "Identifier", "Newline") and its text. */
export interface PythonToken {
  kind: string;
  text: string;
}

/** What Python's compiler rejects besides syntax errors, such as a `return` outside a function. */
const COMPILER_RULES = [
  ...['F404', 'F622', 'F701', 'F702', 'F704', 'F706', 'F707'],
  ...['PLE0115', 'PLE0117', 'PLE0118', 'PLE1142'],
];
const PACKAGE = '@astral-sh/ruff-wasm-nodejs';
const UTF16 = 1;
const require = createRequire(import.meta.url);
let loaded: Ruff.Workspace | null = null;

const diagnostics = z.array(
  z.object({ message: z.string(), start_location: z.object({ row: z.number(), column: z.number() }) }),
);

/** The first thing for which Python would refuse to compile a source; null: it would not, as far as can be told. */
export function firstErrorOf(source: string): PythonError | null {
  const found = withRuff((ruff) => diagnostics.parse(ruff.check(source)));
  const [first] = (found ?? []).toSorted((a, b) => order(a.start_location) - order(b.start_location));
  if (first === undefined) return null;
  const { row, column } = first.start_location;
  return { line: row, column, reason: first.message };
}

/** The words of a source that is Python; none where that can't be told. */
export function tokensOf(source: string): PythonToken[] {
  const bytes = Buffer.from(source);
  const listed = withRuff((ruff) => ruff.tokens(source)) ?? '';
  return listed.split('\n').flatMap((line) => {
    const [, kind = '', from, to] = /^\s*(\w+) (\d+)\.\.(\d+)/.exec(line) ?? [];
    return from === undefined ? [] : [{ kind, text: bytes.toString('utf8', Number(from), Number(to)) }];
  });
}

/**
 * Endlessly nested source overflows the parser's stack and corrupts its memory: nothing is reported for it, and the
 * next source gets a new parser.
 */
function withRuff<Value>(ask: (ruff: Ruff.Workspace) => Value): Value | null {
  loaded ??= load();
  try {
    return ask(loaded);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw error;
    loaded = null;
    Reflect.deleteProperty(require.cache, require.resolve(PACKAGE));
    return null;
  }
}

function load(): Ruff.Workspace {
  const { Workspace } = require(PACKAGE) as typeof Ruff;
  return new Workspace({ 'target-version': 'py314', lint: { select: COMPILER_RULES } }, UTF16);
}

function order({ row, column }: { row: number; column: number }): number {
  return row * 1_000_000 + column;
}
