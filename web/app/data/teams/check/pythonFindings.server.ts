import { readPythonPlace } from '../../../../../platform/environment.ts';
import {
  faultsOf,
  missingModules,
  type PythonFault,
  type ToolPath,
} from '../../../../../platform/python/checkPythonTool.ts';
import { MACHINE_MODULES } from '../../../../../platform/python/importedModules.ts';
import { packageOf, requirementFor } from '../../../../../platform/python/packageNames.ts';
import { assertNever } from '../../../../../workflows/domain/json.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
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

/** What a team's Python tools import besides the standard library: where it comes from, or that their calls fail. */
export function pythonWarnings(
  team: TeamConfig,
  place: PythonPlace = readPythonPlace(process.env),
): PythonFinding[] {
  return pythonToolsOf(team).flatMap(({ path, tool }) =>
    missingModules(tool).flatMap((missing) => {
      const said = missingInWords(missing.module, place);
      return said === null ? [] : [{ path: within(path, missing.path), ...said }];
    }),
  );
}

type PythonPlace = ReturnType<typeof readPythonPlace>;

/** Where a tool will find a module, or that it will not; null: nothing needs to be said. */
function missingInWords(
  module: string,
  { runner, packages }: PythonPlace,
): { message: string; fix: string } | null {
  const allowed = requirementFor(module, packages);
  if (runner === 'machine') {
    if (MACHINE_MODULES.has(module)) return null;
    if (allowed === null && packages.length > 0) {
      return {
        message: `No package for the module ${module} is allowed: calls of the tool will fail`,
        fix: `the operator can add ${packageOf(module)}==VERSION to PYTHON_PACKAGES`,
      };
    }
    return {
      message: `The module ${module} comes from the package ${allowed ?? packageOf(module)}`,
      fix: "the tool runs by the machine's own Python, where that is installed at its first call",
    };
  }
  if (allowed !== null) {
    return {
      message: `The module ${module} comes from the package ${allowed}`,
      fix: 'the tool runs in the sandbox with the packages that the operator allows',
    };
  }
  if (packages.length > 0) {
    return {
      message: `No package for the module ${module} is allowed: calls of the tool will fail, unless it comes with another`,
      fix: `the operator can add ${packageOf(module)}==VERSION to PYTHON_PACKAGES, if that is pure Python, or set PYTHON_RUNNER=machine`,
    };
  }
  return {
    message: `The sandbox has no module ${module}: calls of the tool will fail`,
    fix: 'use an HTTP tool or an MCP server',
  };
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
