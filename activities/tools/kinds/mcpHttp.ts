import type { McpHttpServer } from '../../../workflows/domain/tools/kinds/mcpHttp.ts';
import type { Machinery, ToolCarrier } from '../carrier.ts';

export function mcpHttp({ mcp }: Machinery): ToolCarrier<McpHttpServer> {
  return mcp;
}
