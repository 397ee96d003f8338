import { basename } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { McpHttpServer, McpStdioServer } from '../../../workflows/domain/tool.ts';
import { revealSecrets, type RevealedValues, type SecretLookup } from '../secrets/secrets.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import { classifyConnectFailure } from './connectFailure.ts';
import { StdioTransport } from './stdioTransport.ts';

export type McpServer = McpStdioServer | McpHttpServer;

export interface McpClients {
  fetch: typeof globalThis.fetch;
  secret: SecretLookup;
  /** Commands that may be started: `*` for all, else as a source names them or by their last part. */
  allowedStdioCommands: readonly string[];
}

/** A connection that is ready for requests. */
export interface Connection {
  client: Client;
  secrets: RevealedValues;
  isOpen: boolean;
  close(): Promise<void>;
}

const CLIENT = { name: 'colloquy', version: '1' };

/** Schemas come from the server: compiling them would let it keep this process busy, and models read text anyway. */
const acceptAll = {
  getValidator: () => (input: unknown) => ({
    valid: true as const,
    data: input as never,
    errorMessage: undefined,
  }),
};

/** Connects and shakes hands. Rejects with ToolUnavailable, or with the signal's reason. */
export async function connect(
  server: McpServer,
  clients: McpClients,
  options: { scope: string | undefined; timeoutMs: number; signal: AbortSignal },
): Promise<Connection> {
  const isStdio = server.kind === 'mcp_stdio';
  if (isStdio) refuseCommand(server.command, clients.allowedStdioCommands);
  const secrets = revealSecrets(isStdio ? server.env : server.headers, clients.secret, options.scope);
  const transport = isStdio
    ? new StdioTransport({ command: server.command, args: server.args, env: secrets.values })
    : httpTransport(server, clients.fetch, secrets.values);
  const client = new Client(CLIENT, { capabilities: {}, jsonSchemaValidator: acceptAll });
  const connection = { client, secrets, isOpen: true, close: () => client.close() };
  client.onclose = () => {
    connection.isOpen = false;
  };
  try {
    // The SDK's transports don't declare `undefined` where they mean absent.
    const timeout = { timeout: options.timeoutMs, signal: options.signal };
    await client.connect(transport, timeout);
    return connection;
  } catch (error) {
    await client.close();
    options.signal.throwIfAborted();
    const stderr = transport instanceof StdioTransport ? transport.stderr : '';
    throw classifyConnectFailure(error, { name: nameOf(server), stderr, mask: secrets.mask });
  }
}

/** How a server is called in an error: without arguments or query, which may hold what is not for everyone. */
export function nameOf(server: McpServer): string {
  if (server.kind === 'mcp_stdio') return server.command;
  const url = URL.parse(server.url);
  return url ? url.origin + url.pathname : server.url;
}

function refuseCommand(command: string, allowed: readonly string[]): void {
  if (allowed.includes('*') || allowed.includes(command) || allowed.includes(basename(command))) return;
  throw new ToolUnavailable(
    'misconfigured',
    `The operator has not allowed the command "${command}" for MCP servers`,
  );
}

function httpTransport(
  server: McpHttpServer,
  fetch: typeof globalThis.fetch,
  headers: Record<string, string>,
) {
  const url = URL.parse(server.url);
  if (!url) throw new ToolUnavailable('misconfigured', `"${server.url}" is not an address of an MCP server`);
  const options = { fetch, requestInit: { headers } };
  return server.transport === 'sse'
    ? new SSEClientTransport(url, options)
    : new StreamableHTTPClientTransport(url, options);
}
