import type { Json } from './json.ts';

/** A tool's description for a model. */
export interface ToolDescription {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Json;
}

/** The result of a call, as the model reads it. */
export interface ToolResult {
  content: string;
  isError: boolean;
}
