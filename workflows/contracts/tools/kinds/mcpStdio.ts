import { z } from 'zod';
import type { Json } from '../../../domain/json.ts';
import type { McpStdioServer } from '../../../domain/tools/kinds/mcpStdio.ts';
import type { Fields } from '../../autogen/fields.ts';
import { from, type Report } from '../../autogen/report.ts';
import { noteDropped, withoutCredentials } from '../../autogen/secrets.ts';
import { noteSecrets, present, unlessEmpty, type Writer } from '../../autogen/writer.ts';
import { autogenFinding } from '../../findings/finding.ts';
import { list, object, text, texts } from '../../teamSchema/fields.ts';
import type { ServerOverrides, ToolContract } from '../contract.ts';
import { mcpOverrides } from '../mcpOverrides.ts';
import { timeoutSeconds } from '../timeout.ts';

const PARAMS = 'StdioServerParams';

export const mcpStdio: ToolContract<'mcp_stdio'> = {
  schema: () =>
    object({
      kind: z.literal('mcp_stdio'),
      command: text(1_000, 1),
      args: list(text(10_000), 200),
      env: texts(200, 10_000),
      timeoutSeconds,
      overrides: mcpOverrides,
    }),
  autogen: {
    params: { [PARAMS]: read },
    adapters: { 'autogen_ext.tools.mcp.StdioMcpToolAdapter': PARAMS },
    write,
  },
};

function read(fields: Fields, overrides: ServerOverrides, report: Report): McpStdioServer {
  const encoding = fields.textOr('encoding', 'utf-8');
  if (encoding.toLowerCase() !== 'utf-8') {
    report.notes.push({
      path: `${fields.place.path}.encoding`,
      message: autogenFinding('serverEncoding', { encoding }),
    });
  }
  fields.raw('encoding_error_handler');
  noteDropped(report, fields, { cwd: autogenFinding('whyFolder') });
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

function write(server: McpStdioServer, path: string, writer: Writer): Json {
  noteSecrets(server.env, `${path}.env`, writer);
  return present({
    type: PARAMS,
    command: server.command,
    args: server.args,
    env: unlessEmpty(server.env),
    read_timeout_seconds: server.timeoutSeconds,
  });
}
