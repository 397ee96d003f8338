import { storableJson } from '../../workflows/domain/storable.ts';
import type { ToolSource } from '../../workflows/domain/team.ts';
import type { ToolDescription, ToolResult } from '../../workflows/domain/tool.ts';
import { McpTools } from './mcp/mcpTools.ts';
import type { PrivateNetwork } from './network/addressPolicy.ts';
import { createGuardedFetch } from './network/guardedFetch.ts';
import { type CodeBlock, type CodeOutcome, runCodeBlocks, type RunCodeOptions } from './python/codeBlocks.ts';
import { createHttpBridge } from './python/httpBridge.ts';
import { hiddenFolders } from './python/machine/hiddenFolders.ts';
import type { MachineLimits } from './python/machine/machineProcess.ts';
import { PythonTools } from './python/pythonTool.ts';
import { bareRunner, machineRunner, packagesRunner, type PythonRunner } from './python/runners.ts';
import { SandboxPool, type SandboxPoolOptions } from './python/sandboxPool.ts';
import { PackageFolders } from './python/uv.ts';
import { openCarriers } from './registry.ts';
import type { SecretLookup } from './secrets/secrets.ts';
import type { DescribeOptions, ToolCall } from './toolCall.ts';

/** What the operator decides. */
export interface ToolboxClients {
  /** The value of a secret that `${secret:NAME}` names. */
  secret: SecretLookup;
  /** Commands that MCP servers may be started with: `*` for all, else as a source names them or by their last part. */
  allowedStdioCommands: readonly string[];
  allowPrivateNetwork: PrivateNetwork;
  /** Limits of the Python sandbox, where they differ from the usual ones. */
  python?: Partial<SandboxPoolOptions>;
  /** Where Python tools run; absent: in the sandbox, with only the standard library. */
  pythonPlace?: PythonPlace;
}

/** Where Python tools run, and with which packages (`name==version`). */
export interface PythonPlace {
  runner: 'sandbox' | 'machine';
  packages: readonly string[];
  /** Secrets that tools find in their environment. */
  secrets?: readonly string[];
  /** Where packages are kept, and the command that installs them. */
  cacheFolder: string;
  uv: string;
}

/**
 * All tools, whatever their kind. A tool that fails is a result; ToolUnavailable is thrown where none was called, and
 * says by `retryable` whether trying again can help.
 */
export interface Toolbox {
  /** What a model is told about the tools of a source. */
  describe(source: ToolSource, options: DescribeOptions): Promise<ToolDescription[]>;
  call(source: ToolSource, call: ToolCall): Promise<ToolResult>;
  /** Runs blocks of an agent's code in the Python sandbox, until one fails. */
  runCode(blocks: readonly CodeBlock[], options: RunCodeOptions): Promise<CodeOutcome>;
  /** Ends all that was started. What still runs rejects or ends with an error. */
  close(): Promise<void>;
}

const PYTHON_LIMITS: SandboxPoolOptions = {
  memoryBytes: 256 * 1024 * 1024,
  cpuSeconds: 15 * 60,
  warm: 1,
  maxRunning: 4,
  idleMs: 5 * 60_000,
};

const MACHINE_LIMITS: MachineLimits = {
  memoryBytes: 1024 * 1024 * 1024,
  cpuSeconds: 15 * 60,
  fileBytes: 256 * 1024 * 1024,
  processes: 128,
};

export function createToolbox(clients: ToolboxClients): Toolbox {
  const sandboxes = new SandboxPool({ ...PYTHON_LIMITS, ...clients.python });
  const network = createGuardedFetch({ allowPrivateNetwork: clients.allowPrivateNetwork });
  const limits = { ...PYTHON_LIMITS, ...clients.python };
  const runner = openRunner(clients.pythonPlace, { limits, bare: sandboxes, fetch: network.fetch });
  const python = new PythonTools(sandboxes, runner, {
    names: clients.pythonPlace?.secrets ?? [],
    lookup: clients.secret,
  });
  const mcp = new McpTools({ ...clients, fetch: network.fetch });
  const carriers = openCarriers({ fetch: network.fetch, secret: clients.secret, python, mcp });
  return {
    describe: async (source, options) => storableJson(await carriers[source.kind].describe(source, options)),
    async call(source, made) {
      made.signal.throwIfAborted();
      return storableJson(await carriers[source.kind].call(source, made));
    },
    async runCode(blocks, options) {
      return storableJson(await runCodeBlocks(sandboxes, blocks, options));
    },
    async close() {
      await Promise.all([sandboxes.close(), runner.close(), mcp.close()]);
      await network.close();
    },
  };
}

function openRunner(
  place: PythonPlace | undefined,
  known: { limits: SandboxPoolOptions; bare: SandboxPool; fetch: typeof globalThis.fetch },
): PythonRunner {
  const { limits, bare, fetch } = known;
  if (!place || (place.runner === 'sandbox' && place.packages.length === 0)) return bareRunner(bare);
  const { packages: requirements, cacheFolder, uv } = place;
  const folders = new PackageFolders({ folder: cacheFolder, uv });
  if (place.runner === 'machine') {
    const hidden = hiddenFolders(process.cwd(), cacheFolder);
    return machineRunner({ folders, requirements, limits: MACHINE_LIMITS, hidden });
  }
  // Each interpreter that is kept warm takes some 200 MB, and the bare one is needed for descriptions.
  const withPackages = { ...limits, warm: 0 };
  return packagesRunner({ folders, requirements, http: createHttpBridge(fetch), limits: withPackages, bare });
}
