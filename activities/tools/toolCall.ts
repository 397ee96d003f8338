import type { Json } from '../../workflows/domain/json.ts';

/** One call of a tool, and what it may take. */
export interface ToolCall {
  /** The tool's name as the model was told it. */
  name: string;
  arguments: Record<string, Json>;
  /** The same over all attempts of one call; sent to HTTP tools. */
  idempotencyKey: string;
  timeoutMs: number;
  /** Bytes of UTF-8 that the result's text may have. */
  maxResultBytes: number;
  /** Aborted: the call rejects with the signal's reason, and what it started is ended. */
  signal: AbortSignal;
  /** Calls share an MCP server's connection, with what the server remembers of it, only within one scope. */
  scope?: string;
}

/** Options for reading descriptions. */
export interface DescribeOptions {
  signal: AbortSignal;
  /** As a call's. */
  scope?: string;
}
