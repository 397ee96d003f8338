import { createModelClients, type ModelClients } from '../activities/model/clients.ts';
import { createGuardedFetch } from '../activities/tools/network/guardedFetch.ts';
import { createToolbox, type Toolbox } from '../activities/tools/toolbox.ts';
import { type Environment, readSecret } from '../platform/environment.ts';

/** What activities reach outside: models and tools. */
export interface OutsideWorld {
  models: ModelClients;
  toolbox: Toolbox;
  /** Ends all that was started for them. */
  close: () => Promise<void>;
}

/** Models and tools as the operator has set them up; `variables` hold the secrets that teams may name. */
export function openOutsideWorld(
  settings: Pick<
    Environment,
    | 'OPENAI_API_KEY'
    | 'OPENAI_BASE_URL'
    | 'ANTHROPIC_API_KEY'
    | 'ANTHROPIC_BASE_URL'
    | 'ALLOW_PRIVATE_NETWORK'
    | 'MCP_STDIO_COMMANDS'
  > &
    Partial<
      Pick<
        Environment,
        'PYTHON_RUNNER' | 'PYTHON_PACKAGES' | 'PYTHON_SECRETS' | 'PYTHON_CACHE' | 'UV_COMMAND'
      >
    >,
  variables: Record<string, string | undefined>,
): OutsideWorld {
  const { ALLOW_PRIVATE_NETWORK: allowPrivateNetwork, MCP_STDIO_COMMANDS: allowedStdioCommands } = settings;
  const secret = (name: string) => readSecret(variables, name);
  const network = createGuardedFetch({ allowPrivateNetwork });
  const { PYTHON_RUNNER: runner = 'sandbox', PYTHON_PACKAGES: packages = [] } = settings;
  const { PYTHON_SECRETS: secrets = [] } = settings;
  const { PYTHON_CACHE: cacheFolder = '', UV_COMMAND: uv = 'uv' } = settings;
  const pythonPlace = { runner, packages, secrets, cacheFolder, uv };
  const toolbox = createToolbox({ secret, allowedStdioCommands, allowPrivateNetwork, pythonPlace });
  return {
    models: createModelClients({ settings, secret, guardedFetch: network.fetch }),
    toolbox,
    close: async () => {
      await toolbox.close();
      await network.close();
    },
  };
}
