import type { ToolKind } from './kind.ts';
import { http, type HttpTool } from './kinds/http.ts';
import { mcpHttp, type McpHttpServer } from './kinds/mcpHttp.ts';
import { mcpStdio, type McpStdioServer } from './kinds/mcpStdio.ts';
import { participant, type ParticipantTool } from './kinds/participant.ts';
import { python, type PythonTool } from './kinds/python.ts';
import { waitUntil, type WaitUntilTool } from './kinds/waitUntil.ts';

/**
 * The configuration in a team, by kind. `Within` are the participants that may be used as tools, which no tool knows
 * (see team.ts).
 */
export interface ToolsByKind<Within extends { behindTool: unknown }> {
  python: PythonTool;
  http: HttpTool;
  mcp_stdio: McpStdioServer;
  mcp_http: McpHttpServer;
  participant: ParticipantTool<Within['behindTool']>;
  wait_until: WaitUntilTool;
}

export type ToolKindName = keyof ToolsByKind<Anybody>;

/** Every kind of tool. */
const toolKinds = {
  python,
  http,
  mcp_stdio: mcpStdio,
  mcp_http: mcpHttp,
  participant,
  wait_until: waitUntil,
} satisfies { [Kind in ToolKindName]: ToolKind<ToolsByKind<Anybody>[Kind]> };

interface Anybody {
  behindTool: unknown;
}

export const toolKindNames = Object.keys(toolKinds) as ToolKindName[];

/** What a tool's kind does. */
export function kindOfTool(tool: { kind: ToolKindName }) {
  // Each kind is registered under its own name, so it gets its own tools; TypeScript can't infer that.
  return toolKinds[tool.kind] as ToolKind<ToolsByKind<Anybody>[ToolKindName]>;
}

/** What an agent's model calls a tool; null: it is a server, which names its tools itself. */
export function nameOfTool(tool: ToolsByKind<Anybody>[ToolKindName]): string | null {
  return kindOfTool(tool).nameOf?.(tool) ?? null;
}
