import { type PythonToken, tokensOf } from './ruff.ts';
import { SANDBOX_ADDS, SANDBOX_MODULES } from './sandboxModules.ts';
import { everyStatementOf, splitAt } from './statements.ts';

/** Of the standard library, what a machine's Python has and the sandbox has not. */
const ONLY_ON_MACHINES =
  'crypt curses dbm ensurepip grp idlelib nis pwd readline resource spwd syslog tkinter turtle turtledemo venv winreg winsound';

/** The modules that need no package: Python's own, and those that the product replaces. */
export const MACHINE_MODULES: ReadonlySet<string> = new Set([
  ...SANDBOX_MODULES,
  ...SANDBOX_ADDS,
  ...ONLY_ON_MACHINES.split(' '),
]);

/** The modules that a tool's source imports anywhere: at its top, in a `try`, in a function. Without Python's private ones. */
export function importedModules({
  source,
  imports,
}: {
  source: string;
  imports: readonly string[];
}): string[] {
  const modules = [...imports, source].flatMap((text) =>
    everyStatementOf(tokensOf(text)).flatMap(importedBy).map(rootOf),
  );
  return [...new Set(modules)].filter((module) => !module.startsWith('_'));
}

/** The modules of `import a.b as c, d` or `from a.b import c`; those of the source's own package are no modules. */
export function importedBy(statement: readonly PythonToken[]): string[] {
  const [first, ...rest] = statement;
  if (first?.kind === 'From') {
    const end = rest.findIndex(({ kind }) => kind === 'Import');
    const module = rest.slice(0, end);
    return module[0]?.kind === 'Identifier' ? [textOf(module)] : [];
  }
  if (first?.kind !== 'Import') return [];
  return splitAt(rest, 'Comma').flatMap((part) => {
    const alias = part.findIndex(({ kind }) => kind === 'As');
    const module = alias === -1 ? part : part.slice(0, alias);
    return module[0]?.kind === 'Identifier' ? [textOf(module)] : [];
  });
}

export function rootOf(module: string): string {
  return module.split('.')[0] ?? module;
}

function textOf(tokens: readonly PythonToken[]): string {
  return tokens.map(({ text }) => text).join('');
}
