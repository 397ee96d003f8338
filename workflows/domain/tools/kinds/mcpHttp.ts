import type { ToolKind } from '../kind.ts';

/** A Model Context Protocol server at a URL. */
export interface McpHttpServer {
  kind: 'mcp_http';
  transport: 'streamable_http' | 'sse';
  url: string;
  /** Values may hold `${secret:NAME}`. */
  headers: Record<string, string>;
  timeoutSeconds: number;
  overrides: Record<string, { name?: string; description?: string }>;
}

export const mcpHttp: ToolKind<McpHttpServer> = { nameOf: null, remembers: true };
