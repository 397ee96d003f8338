import type { Json } from '../../json.ts';
import type { ToolKind } from '../kind.ts';

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

export const http: ToolKind<HttpTool> = { nameOf: ({ name }) => name, remembers: false };
