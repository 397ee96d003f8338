import type { McpHttpServer, McpStdioServer } from '../../domain/tool.ts';
import type { Fields } from './fields.ts';
import { from, type Report } from './report.ts';
import { hostOf, noteDropped, withoutCredentials } from './secrets.ts';

type Overrides = McpStdioServer['overrides'];

const TYPES = ['StdioServerParams', 'SseServerParams', 'StreamableHttpServerParams'] as const;

/** Reads how an MCP server is reached; null: not at all, which is then a problem of the report. */
export function readMcpServer(
  fields: Fields,
  overrides: Overrides,
  report: Report,
  defaultType: string | null = null,
): McpStdioServer | McpHttpServer | null {
  const type = fields.textOr('type', defaultType);
  if (type === null) {
    fields.missing('type');
    return null;
  }
  switch (TYPES.find((known) => known === type)) {
    case 'StdioServerParams':
      return readStdio(fields, overrides, report);
    case 'SseServerParams':
      return readHttp(fields, 'sse', overrides, report);
    case 'StreamableHttpServerParams':
      return readHttp(fields, 'streamable_http', overrides, report);
    case undefined:
      report.problems.push({
        path: `${fields.place.path}.type`,
        message: `No MCP server is reached by ${type}`,
        fix: `Write one of ${TYPES.join(', ')}.`,
      });
      return null;
  }
}

function readStdio(fields: Fields, overrides: Overrides, report: Report): McpStdioServer {
  const encoding = fields.textOr('encoding', 'utf-8');
  if (encoding.toLowerCase() !== 'utf-8') {
    report.notes.push({
      path: `${fields.place.path}.encoding`,
      message: `The server is read as UTF-8, not as ${encoding}`,
    });
  }
  fields.raw('encoding_error_handler');
  noteDropped(report, fields, { cwd: 'a server runs in a folder of its own' });
  const server: McpStdioServer = {
    kind: 'mcp_stdio',
    command: fields.text('command'),
    args: fields.texts('args') ?? [],
    env: withoutCredentials(fields.entries('env') ?? [], '', report),
    timeoutSeconds: fields.numberOr('read_timeout_seconds', 5),
    overrides,
  };
  fields.end();
  return from(report, fields.place, server);
}

function readHttp(
  fields: Fields,
  transport: McpHttpServer['transport'],
  overrides: Overrides,
  report: Report,
): McpHttpServer {
  const url = fields.text('url');
  fields.raw('sse_read_timeout');
  fields.raw('terminate_on_close');
  const server: McpHttpServer = {
    kind: 'mcp_http',
    transport,
    url,
    headers: withoutCredentials(fields.entries('headers') ?? [], hostOf(url), report),
    timeoutSeconds: fields.numberOr('timeout', transport === 'sse' ? 5 : 30),
    overrides,
  };
  fields.end();
  return from(report, fields.place, server);
}
