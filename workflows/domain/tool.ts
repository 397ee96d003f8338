import type { Json } from './json.ts';

/** Where an agent's tools come from: one tool, or a server that offers several (AutoGen's workbench). */
export type ToolSource = PythonTool | HttpTool | McpStdioServer | McpHttpServer;

/** AutoGen's FunctionTool: a Python function, run in a sandbox. */
export interface PythonTool {
  kind: 'python';
  name: string;
  description: string;
  /** The function as source; the first `def` in it is the tool. */
  source: string;
  /** Statements such as `from typing import List`, run before the source. */
  imports: string[];
}

/** A request that is made of the arguments: path parameters first, the rest in the query or the body. */
export interface HttpTool {
  kind: 'http';
  name: string;
  description: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** May name path parameters: `https://api.example.com/orders/{id}`. */
  url: string;
  /** Values may hold `${secret:NAME}`. */
  headers: Record<string, string>;
  /** JSON Schema of the arguments, path parameters included. */
  parameters: Json;
  returns: 'text' | 'json';
  timeoutSeconds: number;
}

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

/** What a model is told of a tool. */
export interface ToolDescription {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Json;
}

/** What came of a call, as the model reads it. */
export interface ToolResult {
  content: string;
  isError: boolean;
}
