import type { AgentTool } from '../../domain/team.ts';
import { type ToolKindName, toolKindNames } from '../../domain/tools/registry.ts';
import type { AutogenServer, AutogenTool, ToolContract } from './contract.ts';
import { http } from './kinds/http.ts';
import { mcpHttp } from './kinds/mcpHttp.ts';
import { mcpStdio } from './kinds/mcpStdio.ts';
import { participant } from './kinds/participant.ts';
import { python } from './kinds/python/python.ts';
import { waitUntil } from './kinds/waitUntil.ts';

/** Every kind of tool, where it crosses a boundary. */
const toolContracts = {
  python,
  http,
  mcp_stdio: mcpStdio,
  mcp_http: mcpHttp,
  participant,
  wait_until: waitUntil,
} satisfies { [Kind in ToolKindName]: ToolContract<Kind> };

/** How a tool's kind is written. */
export function contractOfTool(tool: { kind: ToolKindName }) {
  // Each kind is registered under its own name, so it gets its own tools; TypeScript can't infer that.
  return toolContracts[tool.kind] as ToolContract<ToolKindName>;
}

const mappings = toolKindNames.map((kind) => contractOfTool({ kind }).autogen);

/** How a class of AutoGen's tools is read; undefined: nothing is like it. */
export function readerOfTool(provider: string): AutogenTool<AgentTool>['classes'][string] | undefined {
  const known = mappings.find((autogen) => 'classes' in autogen && Object.hasOwn(autogen.classes, provider));
  return known !== undefined && 'classes' in known ? known.classes[provider] : undefined;
}

/** Which type of parameters the server of such an adapter has; undefined: it is no adapter. */
export function paramsOfAdapter(provider: string): string | undefined {
  const known = mappings.find(
    (autogen) => 'adapters' in autogen && Object.hasOwn(autogen.adapters, provider),
  );
  return known !== undefined && 'adapters' in known ? known.adapters[provider] : undefined;
}

/** How the parameters of servers are read, by their type. */
export const serverParams: AutogenServer<AgentTool>['params'] = Object.assign(
  {},
  ...mappings.map((autogen) => ('params' in autogen ? autogen.params : {})),
) as AutogenServer<AgentTool>['params'];

/** The full names of AutoGen's classes that are read as tools. */
export function autogenToolClasses(): string[] {
  return mappings.flatMap((autogen) =>
    Object.keys('classes' in autogen ? autogen.classes : 'adapters' in autogen ? autogen.adapters : {}),
  );
}

/** What AutoGen's names are for tools' fields that are called otherwise here. */
export function autogenToolFields(): Record<string, string> {
  return Object.fromEntries(
    toolKindNames.flatMap((kind) => Object.entries(contractOfTool({ kind }).fieldNames ?? {})),
  );
}
