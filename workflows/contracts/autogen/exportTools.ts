import type { Json } from '../../domain/json.ts';
import type { AgentTool } from '../../domain/team.ts';
import { contractOfTool } from '../tools/registry.ts';
import { component, present, type Writer, type WrittenComponent } from './writer.ts';

/** An agent's tools as AutoGen's workbenches, in order: consecutive plain tools share one. */
export function writeWorkbenches(
  tools: readonly AgentTool[],
  path: string,
  writer: Writer,
): WrittenComponent[] {
  const workbenches: WrittenComponent[] = [];
  let together: WrittenComponent[] = [];
  const close = () => {
    if (together.length > 0) workbenches.push(workbench('StaticStreamWorkbench', together, {}));
    together = [];
  };
  tools.forEach((tool, index) => {
    const at = `${path}[${String(index)}]`;
    const { autogen } = contractOfTool(tool);
    if ('missing' in autogen) {
      writer.note(at, autogen.missing);
      return;
    }
    if ('params' in autogen) {
      close();
      workbenches.push(mcpWorkbench(autogen.write(tool, at, writer), tool));
      return;
    }
    const written = autogen.write(tool, at, writer);
    const renamed = autogen.renamed?.(tool) ?? null;
    if (renamed === null) {
      together.push(written);
      return;
    }
    close();
    workbenches.push(workbench('StaticWorkbench', [written], renamed));
  });
  close();
  return workbenches;
}

function workbench(name: string, tools: WrittenComponent[], overrides: Json): WrittenComponent {
  return component(`autogen_core.tools.${name}`, 'workbench', { tools, tool_overrides: overrides });
}

function mcpWorkbench(params: Json, tool: AgentTool): WrittenComponent {
  const given = 'overrides' in tool ? tool.overrides : {};
  const overrides = Object.entries(given).map(([name, override]): [string, Json] => [
    name,
    present(override),
  ]);
  return component('autogen_ext.tools.mcp.McpWorkbench', 'workbench', {
    server_params: params,
    tool_overrides: Object.fromEntries(overrides),
  });
}
