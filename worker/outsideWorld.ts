import {
  connectEmbeddings,
  type EmbeddingConnection,
} from '../activities/knowledge/embed/embeddingConnection.ts';
import { embeddingEndpoint } from '../activities/knowledge/embed/embeddingEndpoint.ts';
import { createDocumentReader, type DocumentReader } from '../activities/knowledge/parse/documentReader.ts';
import { createModelClients, type ModelClients } from '../activities/model/clients.ts';
import { type Notifiers, openNotifiers } from '../activities/people/registry.ts';
import { createGuardedFetch } from '../activities/tools/network/guardedFetch.ts';
import { createToolbox, type Toolbox } from '../activities/tools/toolbox.ts';
import { type Environment, readSecret } from '../platform/environment.ts';

/** What activities reach outside: models, embeddings and tools. */
export interface OutsideWorld {
  models: ModelClients;
  embeddings: EmbeddingConnection;
  toolbox: Toolbox;
  readDocument: DocumentReader;
  /** Goes where the operator allows it, and nowhere else. */
  fetch: typeof globalThis.fetch;
  /** Ways to tell people of something. */
  notifiers: Notifiers;
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
        | 'EMBEDDING_BASE_URL'
        | 'EMBEDDING_API_KEY'
        | 'PYTHON_RUNNER'
        | 'PYTHON_PACKAGES'
        | 'PYTHON_SECRETS'
        | 'PYTHON_CACHE'
        | 'UV_COMMAND'
        | 'SMTP_URL'
        | 'MAIL_FROM'
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
  const { SMTP_URL: url, MAIL_FROM: from } = settings;
  const mailServer = url === undefined || from === undefined ? null : { url, from };
  const people = openNotifiers({ mailServer, fetch: network.fetch, secret });
  return {
    notifiers: people.notifiers,
    embeddings: connectEmbeddings(embeddingEndpoint(settings)),
    models: createModelClients({ settings, secret, guardedFetch: network.fetch }),
    toolbox,
    readDocument: createDocumentReader(),
    fetch: network.fetch,
    close: async () => {
      people.close();
      await toolbox.close();
      await network.close();
    },
  };
}
