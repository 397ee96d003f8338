import type { AgentTool } from '../../../../../workflows/domain/team.ts';
import type { ToolKindName } from '../../../../../workflows/domain/tools/registry.ts';
import { http } from './kinds/http.tsx';
import { mcpHttp } from './kinds/mcpHttp.tsx';
import { mcpStdio } from './kinds/mcpStdio.tsx';
import { participant } from './kinds/participant.tsx';
import { python } from './kinds/python.tsx';
import { waitUntil } from './kinds/waitUntil.tsx';
import type { ToolView } from './toolView.ts';

/** Every kind of tool as people see it, in the order in which the editor offers them. */
const toolViews = {
  python,
  http,
  mcp_stdio: mcpStdio,
  mcp_http: mcpHttp,
  participant,
  wait_until: waitUntil,
} satisfies { [Kind in ToolKindName]: ToolView<Kind> };

export const TOOL_KINDS = Object.keys(toolViews) as ToolKindName[];

/** How a tool's kind is shown. */
export function viewOfTool({ kind }: { kind: ToolKindName }) {
  // Each kind is registered under its own name, so it gets its own tools; TypeScript can't infer that.
  return toolViews[kind] as ToolView<ToolKindName>;
}

/** A tool's title among an agent's tools. */
export function titleOfTool(tool: AgentTool): string {
  return viewOfTool(tool).title(tool);
}

/** Whether it is the name of a kind: the editor's JSON may contain anything. */
export function isToolKind(kind: string): kind is ToolKindName {
  return Object.hasOwn(toolViews, kind);
}
