import type { ToolSource } from '../../workflows/domain/team.ts';
import type { ToolDescription, ToolResult } from '../../workflows/domain/tool.ts';
import type { McpTools } from './mcp/mcpTools.ts';
import type { PythonTools } from './python/pythonTool.ts';
import type { SecretLookup } from './secrets/secrets.ts';
import type { DescribeOptions, ToolCall } from './toolCall.ts';

/** What the carriers of a toolbox are made of; the toolbox ends it. */
export interface Machinery {
  /** Goes only where tools may go. */
  fetch: typeof globalThis.fetch;
  secret: SecretLookup;
  python: PythonTools;
  mcp: McpTools;
}

/**
 * What carries out the tools of one kind. A tool that fails is a result; ToolUnavailable is thrown where none was called.
 */
export interface ToolCarrier<Source extends ToolSource> {
  /** What a model is told about the tools of a source. */
  describe(source: Source, options: DescribeOptions): Promise<ToolDescription[]>;
  call(source: Source, call: ToolCall): Promise<ToolResult>;
}
