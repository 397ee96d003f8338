import { basename } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport, SseError } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { McpHttpServer } from '../../../workflows/domain/tools/kinds/mcpHttp.ts';
import type { McpStdioServer } from '../../../workflows/domain/tools/kinds/mcpStdio.ts';
import { type RevealedValues, revealSecrets, type SecretLookup } from '../secrets/secrets.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import { classifyConnectFailure } from './connectFailure.ts';
import { StdioTransport } from './stdioTransport.ts';
import { watchAnswers } from './watchAnswers.ts';

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
  /** False as soon as it is known to have failed, before anybody who waits for an answer learns of it. */
  isOpen: boolean;
  /** The last output on the server's standard error, without secrets; '' if there is none. */
  lastWords(): string;
  /** No further request is made by it. */
  markFailed: () => void;
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
  const client = new Client(CLIENT, { capabilities: {}, jsonSchemaValidator: acceptAll });
  let stdio: StdioTransport | null = null;
  const connection: Connection = {
    client,
    secrets,
    isOpen: true,
    lastWords: () => secrets.mask(stdio?.stderr ?? ''),
    markFailed: () => {
      connection.isOpen = false;
    },
    close: () => client.close(),
  };
  client.onclose = connection.markFailed;
  const fail = () => {
    connection.markFailed();
    // Tells everybody who is waiting that no answer will come.
    void client.close().catch(connection.markFailed);
  };
  let transport: Transport;
  if (isStdio) {
    stdio = new StdioTransport({ command: server.command, args: server.args, env: secrets.values });
    stdio.onfailure = connection.markFailed;
    transport = stdio;
  } else {
    transport = httpTransport(server, watchAnswers(clients.fetch, fail), secrets.values);
    // The stream by which all answers come.
    client.onerror = (error) => {
      if (error instanceof SseError) fail();
    };
  }
  try {
    await client.connect(transport, { timeout: options.timeoutMs, signal: options.signal });
    return connection;
  } catch (error) {
    await client.close();
    options.signal.throwIfAborted();
    const stderr = stdio?.stderr ?? '';
    throw classifyConnectFailure(error, { name: nameOf(server), stderr, mask: secrets.mask });
  }
}

/** Programs whose first argument says what is run. */
const RUNNERS = /^(node|bun|bunx|deno|npx|uv|uvx|pipx|python[\d.]*)$/;
const PLAIN_NAME = /^[@\w./-]{1,200}$/;

/** How a server is called in an error: without further arguments or query, which may hold what is not for everyone. */
export function nameOf(server: McpServer): string {
  if (server.kind === 'mcp_stdio') {
    const what = RUNNERS.test(basename(server.command))
      ? server.args.find((arg) => !arg.startsWith('-'))
      : null;
    return what && PLAIN_NAME.test(what) ? `${server.command} ${what}` : server.command;
  }
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
): Transport {
  const url = URL.parse(server.url);
  if (!url) throw new ToolUnavailable('misconfigured', `"${server.url}" is not the address of an MCP server`);
  const options = { fetch, requestInit: { headers } };
  return server.transport === 'sse'
    ? new SSEClientTransport(url, options)
    : new StreamableHTTPClientTransport(url, options);
}
