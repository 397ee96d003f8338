import { importedBy, rootOf } from './importedModules.ts';
import { firstErrorOf, type PythonError, tokensOf } from './ruff.ts';
import { SANDBOX_ADDS, SANDBOX_MODULES } from './sandboxModules.ts';
import { blocksOf, statementsOf } from './statements.ts';

/** A Python tool's function as source, and the statements that are run before it. */
interface ToolText {
  source: string;
  imports: readonly string[];
}

/** Where in a tool something is found: its source, or one of its import statements. */
export type ToolPath = ['source'] | ['imports', number];

/** Why a Python tool can't be called, whatever its arguments. */
export type PythonFault =
  | { kind: 'syntax'; path: ToolPath; error: PythonError }
  /** AutoGen takes the text between the first `def ` and the next `(` as the function's name. */
  | { kind: 'no_function'; path: ToolPath; named: string | null }
  /** It can only be bound inside another function or class. */
  | { kind: 'not_at_top'; path: ToolPath; named: string };

/** A module that a Python tool asks for and that the sandbox has not. */
export interface MissingModule {
  path: ToolPath;
  module: string;
}

const PROVIDED = new Set([...SANDBOX_MODULES, ...SANDBOX_ADDS]);
/** Words with which source can bind a name that does not appear in it. */
const BINDS_ANYTHING = new Set(['globals', 'vars', 'locals', 'exec', 'eval', 'setattr']);

/** What Python and AutoGen refuse in a tool when they load it. Nothing is run, so much is left to the first call. */
export function faultsOf(tool: ToolText): PythonFault[] {
  const syntax = textsOf(tool).flatMap(({ path, text }) => {
    const error = firstErrorOf(text);
    return error === null ? [] : [{ kind: 'syntax' as const, path, error }];
  });
  if (syntax.length > 0) return syntax;
  const named = tool.source.split('def ')[1]?.split('(')[0]?.trim() ?? null;
  const path: ToolPath = ['source'];
  if (named === null || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(named))
    return [{ kind: 'no_function', path, named }];
  return canBeGlobal(named, tool) ? [] : [{ kind: 'not_at_top', path, named }];
}

/** The modules without which each call fails: those of import statements at the top level, outside of any `try`. */
export function missingModules(tool: ToolText): MissingModule[] {
  return textsOf(tool).flatMap(({ path, text }) => {
    const modules = statementsOf(tokensOf(text)).flatMap(importedBy);
    return [...new Set(modules.map(rootOf))]
      .filter((module) => !module.startsWith('_') && !PROVIDED.has(module))
      .map((module) => ({ path, module }));
  });
}

function textsOf({ source, imports }: ToolText) {
  return [
    ...imports.map((text, index) => ({ path: ['imports', index] as ToolPath, text })),
    { path: ['source'] as ToolPath, text: source },
  ];
}

function canBeGlobal(name: string, { source, imports }: ToolText): boolean {
  if (imports.some((statement) => /\*/.test(statement) || statement.includes(name))) return true;
  const tokens = tokensOf(source);
  if (tokens.length === 0) return true;
  const bindsAnything = tokens.some(
    ({ kind, text }, index) =>
      kind === 'Global' ||
      BINDS_ANYTHING.has(text) ||
      (kind === 'Star' && tokens[index - 1]?.kind === 'Import'),
  );
  return bindsAnything || blocksOf(tokens).some(({ isInner, token }) => !isInner && token.text === name);
}
