import type { AgentTool } from '../../domain/team.ts';
import type { HttpTool, PythonTool } from '../../domain/tool.ts';
import { type Component, componentOf } from './component.ts';
import type { Fields } from './fields.ts';
import { readMcpServer } from './mcpServer.ts';
import { isJson } from './modelFields.ts';
import { readPythonTool } from './pythonTool.ts';
import type { Reader } from './reader.ts';
import { from, isRecord, type Place, type Report } from './report.ts';
import { hostOf, withoutCredentials } from './secrets.ts';

/** Reads the tools that stand with an agent itself, as its first version and hand-written files have them. */
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
    if (!('name' in tool)) return tool;
    const override = overrides[tool.name];
    if (override === undefined) return tool;
    const path = reader.report.origins.get(tool) ?? fields.place.path;
    return from(reader.report, { value: null, path }, { ...tool, ...override });
  });
  return withoutDoubles(renamed, fields, reader.report);
}

/** AutoGen takes two tools of one name and calls the first. */
function withoutDoubles(tools: AgentTool[], fields: Fields, report: Report): AgentTool[] {
  const names = tools.map((tool) => ('name' in tool ? tool.name : null));
  return tools.filter((_tool, index) => {
    const name = names[index] ?? null;
    if (name === null || names.indexOf(name) === index) return true;
    report.notes.push({
      path: `${fields.place.path}.tools[${String(index)}]`,
      message: `A second tool named ${name} is left out: the first is the one that is called`,
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
      message: 'model_client is left out: the server’s own questions to a model are not answered',
    });
  }
  if (params === null) {
    fields.missing('server_params');
    return [];
  }
  const server = readMcpServer(params, overrides, report);
  return server === null ? [] : [server];
}

function readOverrides(fields: Fields): Record<string, { name?: string; description?: string }> {
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
  const { name, fields, place } = component;
  const { report } = reader;
  switch (name) {
    case 'FunctionTool':
      return readPythonTool(fields, report);
    case 'HttpTool':
      return readHttpTool(fields, report);
    case 'AgentTool':
    case 'TeamTool':
      return readParticipantTool(name, fields, reader);
    case 'PythonCodeExecutionTool':
      fields.raw('executor');
      report.notes.push({ path: place.path, message: 'Code runs in the sandbox, as Python only' });
      return from(report, fields.place, {
        ...CODE_EXECUTION,
        description: fields.textOr('description', CODE_EXECUTION.description),
      });
    case 'StdioMcpToolAdapter':
    case 'SseMcpToolAdapter':
    case 'StreamableHttpMcpToolAdapter': {
      const params = fields.object('server_params');
      fields.raw('tool');
      if (params === null) fields.missing('server_params');
      report.notes.push({
        path: place.path,
        message:
          'Its whole server is offered to the agent, not this tool alone; use tool policies for the others',
      });
      return params === null ? null : readMcpServer(params, {}, report, typeOfAdapter(name));
    }
    default:
      report.notes.push({
        path: place.path,
        message: `${name} is left out: nothing here does its work; use an MCP server that does`,
      });
      return null;
  }
}

function typeOfAdapter(name: string): string {
  return name.replace('McpToolAdapter', 'ServerParams');
}

function readParticipantTool(
  kind: 'AgentTool' | 'TeamTool',
  fields: Fields,
  reader: Reader,
): AgentTool | null {
  const key = kind === 'AgentTool' ? 'agent' : 'team';
  const place = fields.raw(key);
  if (place === undefined) fields.missing(key);
  const returnsLastOnly = fields.flagOr('return_value_as_last_message', false);
  const participant = place === undefined ? null : reader.behindTool(place);
  const isTeam = kind === 'TeamTool';
  const name = isTeam ? fields.text('name') : participant?.name;
  const description = isTeam ? fields.text('description') : participant?.description;
  fields.end();
  if (participant === null || name === undefined || description === undefined) return null;
  return from(reader.report, fields.place, {
    kind: 'participant' as const,
    name,
    description,
    participant,
    returnsLastOnly,
  });
}

function readHttpTool(fields: Fields, report: Report): HttpTool {
  const scheme = fields.choiceOr('scheme', ['http', 'https'], 'http');
  const host = fields.text('host');
  const port = fields.integer('port');
  const path = fields.textOr('path', '/');
  const standard = scheme === 'https' ? 443 : 80;
  const parameters = fields.raw('json_schema');
  if (parameters === undefined) fields.missing('json_schema');
  const tool: HttpTool = {
    kind: 'http',
    name: fields.text('name'),
    description: fields.textOr('description', ''),
    method: fields.choiceOr('method', ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'], 'POST'),
    url: `${scheme}://${host}${port === standard ? '' : `:${String(port)}`}${path.startsWith('/') ? '' : '/'}${path}`,
    headers: withoutCredentials(fields.entries('headers') ?? [], hostOf(host), report),
    parameters: isJson(parameters?.value) ? parameters.value : {},
    returns: fields.choiceOr('return_type', ['text', 'json'], 'text'),
    timeoutSeconds: fields.numberOr('timeout', 5),
  };
  fields.end();
  return from(report, fields.place, tool);
}

/** AutoGen's PythonCodeExecutionTool, as a function that the sandbox runs. */
const CODE_EXECUTION: PythonTool = {
  kind: 'python',
  name: 'CodeExecutor',
  description: 'Execute Python code blocks.',
  source: `def CodeExecutor(code: Annotated[str, "The contents of the Python code block that should be executed"]) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            exec(code, {"__name__": "__main__"})
        except Exception:
            traceback.print_exc()
    return output.getvalue()
`,
  imports: ['from typing import Annotated', 'import contextlib', 'import io', 'import traceback'],
};
