import type { McpStdioServer } from '../../../workflows/domain/tools/kinds/mcpStdio.ts';
import type { Machinery, ToolCarrier } from '../carrier.ts';

export function mcpStdio({ mcp }: Machinery): ToolCarrier<McpStdioServer> {
  return mcp;
}
