import type { ToolKind } from '../kind.ts';

/** A Model Context Protocol server that the worker starts for the call, and that speaks over its standard streams. */
export interface McpStdioServer {
  kind: 'mcp_stdio';
  command: string;
  args: string[];
  /** All that the server gets of an environment, besides PATH and HOME; values may hold `${secret:NAME}`. */
  env: Record<string, string>;
  timeoutSeconds: number;
  /** Other names and descriptions for the server's tools, by their own name. */
  overrides: Record<string, { name?: string; description?: string }>;
}

export const mcpStdio: ToolKind<McpStdioServer> = { nameOf: null, remembers: true };
