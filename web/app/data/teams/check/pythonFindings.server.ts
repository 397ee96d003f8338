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
import { fault } from '../../../languages/fault.ts';
import type { TeamPath } from './issuesOf.ts';
import { pythonToolsOf } from './pythonToolsOf.ts';

/** A finding about a Python tool: its place in the team, what is wrong, and what to do about it, as faults. */
export interface PythonFinding {
  path: (string | number)[];
  message: string;
  fix: string;
}

/** Errors for which Python or AutoGen would refuse to load a team's tools. */
export function pythonFaults(team: TeamConfig): PythonFinding[] {
  return pythonToolsOf(team).flatMap(({ path, tool }) =>
    faultsOf(tool).map((found) => ({ path: within(path, found.path), ...findingOf(found) })),
  );
}

/**
 * For each module that a team's Python tools import besides the standard library: where it comes from, or that
 * calls will fail.
 */
export function pythonWarnings(
  team: TeamConfig,
  place: PythonPlace = readPythonPlace(process.env),
): PythonFinding[] {
  return pythonToolsOf(team).flatMap(({ path, tool }) =>
    missingModules(tool).flatMap((missing) => {
      const finding = missingFinding(missing.module, place);
      return finding === null ? [] : [{ path: within(path, missing.path), ...finding }];
    }),
  );
}

type PythonPlace = ReturnType<typeof readPythonPlace>;

/** Where a tool will find a module, or that it won't; null if there is nothing to say. */
function missingFinding(
  module: string,
  { runner, packages }: PythonPlace,
): { message: string; fix: string } | null {
  const allowed = requirementFor(module, packages);
  if (runner === 'machine') {
    if (MACHINE_MODULES.has(module)) return null;
    if (allowed === null && packages.length > 0) {
      return {
        message: fault('pythonFindings:faults.notAllowed', { module }),
        fix: fault('pythonFindings:faults.fixNotAllowed', { package: packageOf(module) }),
      };
    }
    return {
      message: fault('pythonFindings:faults.fromPackage', { module, package: allowed ?? packageOf(module) }),
      fix: fault('pythonFindings:faults.onMachine'),
    };
  }
  if (allowed !== null) {
    return {
      message: fault('pythonFindings:faults.fromPackage', { module, package: allowed }),
      fix: fault('pythonFindings:faults.inSandbox'),
    };
  }
  if (packages.length > 0) {
    return {
      message: fault('pythonFindings:faults.notAllowedAlone', { module }),
      fix: fault('pythonFindings:faults.fixNotAllowedPure', { package: packageOf(module) }),
    };
  }
  return {
    message: fault('pythonFindings:faults.notInSandbox', { module }),
    fix: fault('pythonFindings:faults.fixNotInSandbox'),
  };
}

function within(tool: TeamPath, path: ToolPath): (string | number)[] {
  return [...tool, ...path];
}

function findingOf(found: PythonFault): { message: string; fix: string } {
  switch (found.kind) {
    case 'syntax': {
      const { line, column, reason } = found.error;
      return {
        message: fault('pythonFindings:faults.syntax', { line, column, reason }),
        fix:
          found.path[0] === 'source'
            ? fault('pythonFindings:faults.fixFunction')
            : fault('pythonFindings:faults.fixImport'),
      };
    }
    case 'no_function':
      return found.named === null
        ? {
            message: fault('pythonFindings:faults.noFunction'),
            fix: fault('pythonFindings:faults.fixNoFunction'),
          }
        : {
            message: fault('pythonFindings:faults.firstIsNone', { text: shortened(found.named) }),
            fix: fault('pythonFindings:faults.fixFirstIsNone'),
          };
    case 'not_at_top':
      return {
        message: fault('pythonFindings:faults.notAtTop', { name: found.named }),
        fix: fault('pythonFindings:faults.fixNotAtTop'),
      };
    default:
      return assertNever(found);
  }
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
