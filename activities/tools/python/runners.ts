import { importedModules, MACHINE_MODULES } from '../../../platform/python/importedModules.ts';
import { packageOf, requirementFor } from '../../../platform/python/packageNames.ts';
import type { PythonTool } from '../../../workflows/domain/tools/kinds/python.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import type { HttpBridge } from './httpBridge.ts';
import { callOnMachine, type MachineLimits } from './machine/machineProcess.ts';
import type { CallRequest, SandboxAnswer } from './sandbox/protocol.ts';
import { SandboxPool, type SandboxPoolOptions } from './sandboxPool.ts';
import { type PackageFolders, PackagesUnavailable } from './uv.ts';

export interface RunOptions {
  timeoutMs: number;
  maxAnswerBytes: number;
  signal: AbortSignal;
}

/** Where Python tools are run. */
export interface PythonRunner {
  /** Runs one call. Rejects with SandboxEnded where it ended without an answer, with ToolUnavailable where none began. */
  call(tool: PythonTool, request: CallRequest, options: RunOptions): Promise<SandboxAnswer>;
  close(): Promise<void>;
}

const OR_MACHINE = "let tools run on the machine's own Python with PYTHON_RUNNER=machine";
const MISSING_BARE =
  'The Python module "{module}" is not available: this tool runs in a sandbox with only the standard library. The operator ' +
  `can allow its package with PYTHON_PACKAGES, or ${OR_MACHINE}.`;
const MISSING_AMONG_PACKAGES =
  'The Python module "{module}" is not available: this tool runs in a sandbox with only the packages that the operator allows ' +
  `with PYTHON_PACKAGES. The operator can add its package there if it is pure Python, or ${OR_MACHINE}.`;
const MISSING_ON_MACHINE =
  'The Python module "{module}" is not in the environment that was created from this tool\'s imports. Import it at the top, ' +
  'or, if PYTHON_PACKAGES is set, the operator can add its package there.';

/** The sandbox with the standard library, and nothing else. The pool is its owner's to close. */
export function bareRunner(pool: SandboxPool, missing = MISSING_BARE): PythonRunner {
  return {
    call: (_tool, request, options) =>
      pool.use(options.signal, (sandbox) => sandbox.ask({ ...request, missing }, options)),
    close: () => Promise.resolve(),
  };
}

/** The sandbox with packages, and a way to the web that keeps to the operator's rules. */
export function packagesRunner(known: {
  folders: PackageFolders;
  requirements: readonly string[];
  http: HttpBridge;
  limits: SandboxPoolOptions;
  /** Runs what needs no package while these can't be had. */
  bare: SandboxPool;
}): PythonRunner {
  let opened: SandboxPool | null = null;
  const open = async () => {
    const packagesFolder = await known.folders.forSandbox(known.requirements);
    opened ??= new SandboxPool({ ...known.limits, outside: { packagesFolder, http: known.http } });
    return opened;
  };
  return {
    async call(tool, request, options) {
      try {
        return await bareRunner(await open(), MISSING_AMONG_PACKAGES).call(tool, request, options);
      } catch (error) {
        if (!(error instanceof PackagesUnavailable)) throw error;
        const missing = `The Python module "{module}" is not available. ${error.message}`;
        return await bareRunner(known.bare, missing).call(tool, request, options);
      }
    },
    close: async () => {
      await opened?.close();
    },
  };
}

/** The machine's own Python, each call in an environment made from its tool's imports and in a process apart. */
export function machineRunner(known: {
  folders: PackageFolders;
  /** What may be installed; none: whatever a tool imports. */
  requirements: readonly string[];
  limits: MachineLimits;
  hidden: readonly string[];
}): PythonRunner {
  return {
    async call(tool, request, { timeoutMs, maxAnswerBytes, signal }) {
      const python = await known.folders
        .forMachine(requirementsOf(tool, known.requirements))
        .catch((error: unknown) => {
          if (!(error instanceof PackagesUnavailable)) throw error;
          throw new ToolUnavailable('misconfigured', error.message);
        });
      const value = await callOnMachine({
        ...{ python, timeoutMs, maxAnswerBytes, signal },
        request: { ...request, missing: MISSING_ON_MACHINE },
        limits: known.limits,
        hidden: known.hidden,
      });
      return { kind: 'done', value, stdout: '', stderr: '' };
    },
    close: () => Promise.resolve(),
  };
}

/** The packages of a tool's imports: those of the list where there is one, else any. */
export function requirementsOf(tool: PythonTool, allowed: readonly string[]): string[] {
  const modules = importedModules(tool).filter((module) => !MACHINE_MODULES.has(module));
  const wanted = modules.map((module) =>
    allowed.length === 0 ? packageOf(module) : requirementFor(module, allowed),
  );
  return [...new Set(wanted.filter((each) => each !== null))];
}
