import {
  faultsOf,
  missingModules,
  type PythonFault,
  type ToolPath,
} from '../../../../platform/python/checkPythonTool.ts';
import { assertNever } from '../../../../workflows/domain/json.ts';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import type { TeamPath } from './issuesOf.ts';
import { pythonToolsOf } from './pythonToolsOf.ts';

/** Something about a Python tool: where in its team, what, and what to do about it. */
export interface PythonFinding {
  path: (string | number)[];
  message: string;
  fix: string;
}

/** For what Python or AutoGen would refuse a team's tools when it loads them. */
export function pythonFaults(team: TeamConfig): PythonFinding[] {
  return pythonToolsOf(team).flatMap(({ path, tool }) =>
    faultsOf(tool).map((fault) => ({ path: within(path, fault.path), ...inWords(fault) })),
  );
}

/** What a team's Python tools import that the sandbox has not: their calls fail, though they can be stored. */
export function pythonWarnings(team: TeamConfig): PythonFinding[] {
  return pythonToolsOf(team).flatMap(({ path, tool }) =>
    missingModules(tool).map((missing) => ({
      path: within(path, missing.path),
      message: `The sandbox has no module ${missing.module}: calls of the tool will fail`,
      fix: 'use an HTTP tool or an MCP server',
    })),
  );
}

function within(tool: TeamPath, path: ToolPath): (string | number)[] {
  return [...tool, ...path];
}

function inWords(fault: PythonFault): { message: string; fix: string } {
  switch (fault.kind) {
    case 'syntax': {
      const { line, column, reason } = fault.error;
      return {
        message: `Line ${String(line)}, column ${String(column)} is no Python: ${reason}`,
        fix: fault.path[0] === 'source' ? 'correct the function' : 'write it like: from datetime import date',
      };
    }
    case 'no_function':
      return fault.named === null
        ? { message: 'Holds no Python function', fix: 'write one: def name(argument: str) -> str: …' }
        : {
            message: `The tool is what follows the first "def ", which is no function: ${shortened(fault.named)}`,
            fix: 'put the function before all else that has "def " in it',
          };
    case 'not_at_top':
      return {
        message: `The tool is its first function, and ${fault.named} stands inside a class or another function`,
        fix: 'put the function first',
      };
    default:
      return assertNever(fault);
  }
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
