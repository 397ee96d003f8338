import { type CallToolResult, ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { LRUCache } from 'lru-cache';
import type { Json } from '../../../workflows/domain/json.ts';
import type { ToolDescription, ToolResult } from '../../../workflows/domain/tool.ts';
import { messageOf } from '../causes.ts';
import { limitResult } from '../limitResult.ts';
import { failure, limitOf, withTimeLimit } from '../timeLimit.ts';
import type { DescribeOptions, ToolCall } from '../toolCall.ts';
import { ToolTimedOut, ToolUnavailable } from '../toolErrors.ts';
import { type Connection, type McpClients, type McpServer, nameOf } from './connect.ts';
import { isAnswer, isRefused, neverArrived, unusableServer } from './connectFailure.ts';
import { ConnectionPool, type UseOptions } from './connectionPool.ts';
import { resultText } from './resultText.ts';

/** A server's tools change seldom: for so long its list is believed. */
const LIST_MS = 60_000;
const REMEMBERED = 200;
const MAX_PAGES = 50;
/** Node's longest timer. The time limit is kept by the signal. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/** The tools of MCP servers, as AutoGen's McpWorkbench offers and calls them. */
export class McpTools {
  readonly #pool: ConnectionPool;
  readonly #lists = new LRUCache<string, ToolDescription[]>({ max: REMEMBERED, ttl: LIST_MS });

  constructor(clients: McpClients) {
    this.#pool = new ConnectionPool(clients);
  }

  /** Rejects with ToolUnavailable. */
  async describe(server: McpServer, { signal, scope }: DescribeOptions): Promise<ToolDescription[]> {
    const key = JSON.stringify([scope ?? null, server]);
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const timeoutMs = server.timeoutSeconds * 1000;
    const limit = withTimeLimit(signal, timeoutMs);
    try {
      const tools = await this.#ask(server, { scope, timeoutMs, signal: limit.signal }, (connection) =>
        listTools(server, connection, limit.signal),
      );
      this.#lists.set(key, tools);
      return tools;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ToolUnavailable) throw error;
      const said = limit.signal.aborted
        ? `it did not answer within ${server.timeoutSeconds} s`
        : sayError(error);
      throw unusableServer(nameOf(server), isRefused(error) ? 'misconfigured' : 'unreachable', said);
    } finally {
      limit.clear();
    }
  }

  /** Rejects with ToolUnavailable where the call did not reach the server. */
  async call(server: McpServer, call: ToolCall): Promise<ToolResult> {
    const { scope } = call;
    const timeoutMs = limitOf(server.timeoutSeconds, call.timeoutMs);
    const limit = withTimeLimit(call.signal, timeoutMs);
    let used: Connection | null = null;
    const mask = (text: string) => used?.secrets.mask(text) ?? text;
    try {
      const result = await this.#ask(server, { scope, timeoutMs, signal: limit.signal }, (connection) => {
        used = connection;
        return connection.client.callTool(
          { name: ownName(server, call.name), arguments: call.arguments },
          undefined,
          { signal: limit.signal, timeout: NO_TIMEOUT_MS },
        ) as Promise<CallToolResult>;
      });
      const content = mask(resultText(result.content));
      return limitResult({ content, isError: result.isError === true }, call.maxResultBytes);
    } catch (error) {
      call.signal.throwIfAborted();
      if (error instanceof ToolUnavailable) throw error;
      if (limit.signal.aborted) return failure(new ToolTimedOut(timeoutMs).message);
      if (neverArrived(error) && !isRefused(error)) {
        throw unusableServer(nameOf(server), 'unreachable', mask(sayError(error)));
      }
      // AutoGen ends each error of an MCP server with a new line.
      const words = lastWordsOf(used, error);
      return limitResult(failure(mask(`${sayError(error)}${words}\n`)), call.maxResultBytes);
    } finally {
      limit.clear();
    }
  }

  /**
   * Sends a request over a connection. A connection on which a request fails, other than by the server's own answer,
   * is not used again. If the request was not carried out and the connection was not new, it is repeated on a new
   * one.
   */
  async #ask<Result>(
    server: McpServer,
    options: UseOptions,
    request: (connection: Connection) => Promise<Result>,
  ): Promise<Result> {
    const missed = Symbol('missed');
    const ask = async (mayMiss: boolean) =>
      await this.#pool.use(server, options, async (connection, isFresh) => {
        try {
          return await request(connection);
        } catch (error) {
          if (isAnswer(error)) throw error;
          // Giving up a request leaves the connection usable.
          if (!options.signal.aborted) connection.markFailed();
          if (mayMiss && !isFresh && !options.signal.aborted && neverArrived(error)) return missed;
          throw error;
        }
      });
    const first = await ask(true);
    if (first !== missed) return first;
    return (await ask(false)) as Result;
  }

  /** Ends all connections, and the servers that were started. */
  async close(): Promise<void> {
    await this.#pool.close();
  }
}

async function listTools(server: McpServer, { client, secrets }: Connection, signal: AbortSignal) {
  const tools: ToolDescription[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const list = await client.listTools(cursor === undefined ? {} : { cursor }, {
      signal,
      timeout: NO_TIMEOUT_MS,
    });
    for (const { name, description, inputSchema } of list.tools) {
      const override = server.overrides[name];
      tools.push({
        name: override?.name ?? name,
        description: secrets.mask(override?.description ?? description ?? ''),
        parameters: secrets.maskJson(parametersOf(inputSchema as Record<string, Json>)),
      });
    }
    cursor = list.nextCursor;
    if (cursor === undefined) return tools;
  }
  throw new Error(`its list of tools has more than ${MAX_PAGES} pages`);
}

/** The parts of a schema that AutoGen hands on, and the definitions that these may refer to. */
function parametersOf(schema: Record<string, Json>): Json {
  const { properties = {}, required = [], additionalProperties = false, $defs, definitions } = schema;
  return {
    type: 'object',
    properties,
    required,
    additionalProperties,
    ...($defs !== undefined && { $defs }),
    ...(definitions !== undefined && { definitions }),
  };
}

/** The server's name of a tool that a model knows by an override. */
function ownName(server: McpServer, name: string): string {
  const renamed = Object.entries(server.overrides).find(([, override]) => override.name === name);
  return renamed?.[0] ?? name;
}

/** What a server that ended has said on its way. */
function lastWordsOf(connection: Connection | null, error: unknown): string {
  if (connection === null || isAnswer(error)) return '';
  const words = connection.lastWords();
  return words === '' ? '' : `. It said:\n${words}`;
}

function sayError(error: unknown): string {
  if (!(error instanceof McpError)) return messageOf(error);
  if (error.code === (ErrorCode.ConnectionClosed as number)) {
    return 'The MCP server ended during the call, which may have been carried out';
  }
  return error.message.replace(/^MCP error -?\d+: /, '');
}
