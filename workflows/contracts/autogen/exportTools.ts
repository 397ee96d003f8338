import { assertNever, type Json } from '../../domain/json.ts';
import type { AgentTool, ParticipantTool } from '../../domain/team.ts';
import type { HttpTool, McpHttpServer, McpStdioServer, PythonTool } from '../../domain/tool.ts';
import { component, present, type Writer, type WrittenComponent } from './writer.ts';

/** An agent's tools as AutoGen's workbenches, in their order: tools that follow each other stand in one. */
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
    if (tool.kind === 'mcp_stdio' || tool.kind === 'mcp_http') {
      close();
      workbenches.push(writeServer(tool, at, writer));
      return;
    }
    const written = writeTool(tool, at, writer);
    if (tool.kind === 'participant' && isRenamed(tool)) {
      close();
      const { name, description } = tool;
      workbenches.push(
        workbench('StaticWorkbench', [written], { [tool.participant.name]: { name, description } }),
      );
      return;
    }
    together.push(written);
  });
  close();
  return workbenches;
}

function workbench(name: string, tools: WrittenComponent[], overrides: Json): WrittenComponent {
  return component(name, 'workbench', { tools, tool_overrides: overrides });
}

/** AutoGen's AgentTool is named as its agent is. */
function isRenamed({ participant, name, description }: ParticipantTool): boolean {
  if (participant.kind === 'team') return false;
  return participant.name !== name || participant.description !== description;
}

function writeTool(
  tool: PythonTool | HttpTool | ParticipantTool,
  path: string,
  writer: Writer,
): WrittenComponent {
  switch (tool.kind) {
    case 'python':
      return writePython(tool);
    case 'http':
      return writeHttp(tool, path, writer);
    case 'participant':
      return writeParticipantTool(tool, path, writer);
    default:
      return assertNever(tool);
  }
}

function writePython({ name, description, source, imports }: PythonTool): WrittenComponent {
  const parsed = imports.map((statement) => ({ statement, written: writeImport(statement) }));
  const unparsed = parsed.flatMap(({ statement, written }) => (written === null ? [`${statement}\n`] : []));
  return component('FunctionTool', 'tool', {
    source_code: `${unparsed.join('')}${source}`,
    name,
    description,
    global_imports: parsed.flatMap(({ written }) => (written === null ? [] : [written])),
    has_cancellation_support: false,
  });
}

const NAME = '\\p{XID_Continue}+';
const ALIASED = `${NAME}(?:\\s+as\\s+${NAME})?`;
const IMPORT = new RegExp(`^import\\s+([\\p{XID_Continue}.]+)(?:\\s+as\\s+(${NAME}))?$`, 'u');
const IMPORT_FROM = new RegExp(
  `^from\\s+([\\p{XID_Continue}.]+)\\s+import\\s+(${ALIASED}(?:\\s*,\\s*${ALIASED})*)$`,
  'u',
);

/** A statement in AutoGen's form; null: it has none. */
function writeImport(statement: string): Json | null {
  const plain = IMPORT.exec(statement.trim());
  if (plain?.[1] !== undefined) {
    return plain[2] === undefined ? plain[1] : { name: plain[1], alias: plain[2] };
  }
  const named = IMPORT_FROM.exec(statement.trim());
  if (named?.[1] === undefined || named[2] === undefined) return null;
  const names = named[2]
    .split(',')
    .map((each) => each.trim().split(/\s+/))
    .map(([own = '', , alias]) => [own, alias]);
  return {
    module: named[1],
    imports: names.map(([name = '', alias]) => (alias === undefined ? name : { name, alias })),
  };
}

function writeHttp(tool: HttpTool, path: string, writer: Writer): WrittenComponent {
  const [origin = '', scheme = 'http', host = '', port] =
    /^(https?):\/\/([^/:?#]+)(?::(\d+))?/i.exec(tool.url) ?? [];
  const rest = origin === '' ? '' : tool.url.slice(origin.length);
  noteSecrets(tool.headers, `${path}.headers`, writer);
  return component('HttpTool', 'tool', {
    name: tool.name,
    description: tool.description,
    scheme: scheme.toLowerCase(),
    host,
    port: port === undefined ? (scheme.toLowerCase() === 'https' ? 443 : 80) : Number(port),
    path: rest.startsWith('/') ? rest : `/${rest}`,
    method: tool.method,
    headers: tool.headers,
    json_schema: tool.parameters,
    return_type: tool.returns,
    timeout: tool.timeoutSeconds,
  });
}

function writeParticipantTool(tool: ParticipantTool, path: string, writer: Writer): WrittenComponent {
  const { participant, name, description, returnsLastOnly } = tool;
  const inside = writer.participant(participant, `${path}.participant`);
  const last = { return_value_as_last_message: returnsLastOnly };
  return participant.kind === 'team'
    ? component('TeamTool', 'tool', { name, description, team: inside, ...last })
    : component('AgentTool', 'tool', { agent: inside, ...last });
}

function writeServer(server: McpStdioServer | McpHttpServer, path: string, writer: Writer): WrittenComponent {
  const overrides = Object.fromEntries(
    Object.entries(server.overrides).map(([tool, override]): [string, Json] => [tool, present(override)]),
  );
  return component('McpWorkbench', 'workbench', {
    server_params:
      server.kind === 'mcp_stdio' ? writeStdio(server, path, writer) : writeUrl(server, path, writer),
    tool_overrides: overrides,
  });
}

function writeStdio(server: McpStdioServer, path: string, writer: Writer): Json {
  noteSecrets(server.env, `${path}.env`, writer);
  return present({
    type: 'StdioServerParams',
    command: server.command,
    args: server.args,
    env: unlessEmpty(server.env),
    read_timeout_seconds: server.timeoutSeconds,
  });
}

function writeUrl(server: McpHttpServer, path: string, writer: Writer): Json {
  noteSecrets(server.headers, `${path}.headers`, writer);
  return present({
    type: server.transport === 'sse' ? 'SseServerParams' : 'StreamableHttpServerParams',
    url: server.url,
    headers: unlessEmpty(server.headers),
    timeout: server.timeoutSeconds,
  });
}

function unlessEmpty(values: Record<string, string>): Record<string, string> | null {
  return Object.keys(values).length === 0 ? null : values;
}

function noteSecrets(values: Record<string, string>, path: string, writer: Writer): void {
  for (const [name, value] of Object.entries(values)) {
    if (!value.includes('${secret:')) continue;
    writer.note(`${path}.${name}`, `AutoGen does not fill in ${value}: write the value there`);
  }
}
