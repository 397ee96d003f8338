import type { AgentTool } from '../../domain/team.ts';
import { nameOfTool } from '../../domain/tools/registry.ts';
import { autogenFinding } from '../findings/finding.ts';
import type { ServerOverrides } from '../tools/contract.ts';
import { paramsOfAdapter, readerOfTool } from '../tools/registry.ts';
import { type Component, componentOf } from './component.ts';
import type { Fields } from './fields.ts';
import { readMcpServer } from './mcpServer.ts';
import type { Reader } from './reader.ts';
import { from, isRecord, type Place, type Report } from './report.ts';

/** Reads the tools that are part of the agent itself, as in its first version and in hand-written files. */
export function readTools(places: readonly Place[], reader: Reader): AgentTool[] {
  return places.flatMap((place) => {
    const component = componentOf(place, 'tool', reader.report);
    return component === null ? [] : (toolOf(component, reader) ?? []);
  });
}

/** Reads an agent's workbenches: lists of tools, and MCP servers. */
export function readWorkbenches(places: readonly Place[], reader: Reader): AgentTool[] {
  return places.flatMap((place) => {
    const component = componentOf(place, 'workbench', reader.report);
    if (component === null) return [];
    const { fields } = component;
    const tools =
      component.name === 'McpWorkbench'
        ? readMcpWorkbench(fields, reader.report)
        : readStatic(fields, reader);
    fields.end();
    return tools;
  });
}

function readStatic(fields: Fields, reader: Reader): AgentTool[] {
  fields.notNull('tools', 'tool_overrides');
  const tools = readTools(fields.list('tools') ?? [], reader);
  const overrides = readOverrides(fields);
  const renamed = tools.map((tool) => {
    const name = nameOfTool(tool);
    const override = name === null ? undefined : overrides[name];
    if (override === undefined) return tool;
    const path = reader.report.origins.get(tool) ?? fields.place.path;
    return from(reader.report, { value: null, path }, { ...tool, ...override });
  });
  return withoutDoubles(renamed, fields, reader.report);
}

/** AutoGen takes two tools of one name and calls the first. */
function withoutDoubles(tools: AgentTool[], fields: Fields, report: Report): AgentTool[] {
  const names = tools.map(nameOfTool);
  return tools.filter((_tool, index) => {
    const name = names[index] ?? null;
    if (name === null || names.indexOf(name) === index) return true;
    report.notes.push({
      path: `${fields.place.path}.tools[${String(index)}]`,
      message: autogenFinding('secondTool', { name }),
    });
    return false;
  });
}

function readMcpWorkbench(fields: Fields, report: Report): AgentTool[] {
  const params = fields.object('server_params');
  const overrides = readOverrides(fields);
  if (fields.raw('model_client') !== undefined) {
    report.notes.push({
      path: `${fields.place.path}.model_client`,
      message: autogenFinding('serverModel'),
    });
  }
  if (params === null) {
    fields.missing('server_params');
    return [];
  }
  const server = readMcpServer(params, overrides, report);
  return server === null ? [] : [server];
}

function readOverrides(fields: Fields): ServerOverrides {
  const overrides = fields.object('tool_overrides');
  if (overrides === null || !isRecord(overrides.place.value)) return {};
  return Object.fromEntries(
    Object.keys(overrides.place.value).map((tool) => {
      const override = overrides.object(tool);
      const name = override?.textOr('name', null) ?? null;
      const description = override?.textOr('description', null) ?? null;
      override?.end();
      return [tool, { ...(name !== null && { name }), ...(description !== null && { description }) }];
    }),
  );
}

function toolOf(component: Component, reader: Reader): AgentTool | null {
  const { provider, name, place } = component;
  const params = paramsOfAdapter(provider);
  if (params !== undefined) return readAdapter(component, params, reader.report);
  const read = readerOfTool(provider);
  if (read !== undefined) return read(component, reader);
  reader.report.notes.push({
    path: place.path,
    message: autogenFinding('unknownTool', { name }),
  });
  return null;
}

/** One tool of a server. */
function readAdapter({ fields, place }: Component, type: string, report: Report): AgentTool | null {
  const params = fields.object('server_params');
  fields.raw('tool');
  if (params === null) fields.missing('server_params');
  report.notes.push({
    path: place.path,
    message: autogenFinding('wholeServer'),
  });
  return params === null ? null : readMcpServer(params, {}, report, type);
}
