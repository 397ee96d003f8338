import { z } from 'zod';
import type { Json } from '../../../domain/json.ts';
import type { McpHttpServer } from '../../../domain/tools/kinds/mcpHttp.ts';
import type { Fields } from '../../autogen/fields.ts';
import { from, type Report } from '../../autogen/report.ts';
import { hostOf, withoutCredentials } from '../../autogen/secrets.ts';
import { noteSecrets, present, unlessEmpty, type Writer } from '../../autogen/writer.ts';
import { choice, object, texts } from '../../teamSchema/fields.ts';
import { httpUrl } from '../../teamSchema/model.ts';
import type { ServerOverrides, ToolContract } from '../contract.ts';
import { mcpOverrides } from '../mcpOverrides.ts';
import { timeoutSeconds } from '../timeout.ts';

const PARAMS = { sse: 'SseServerParams', streamable_http: 'StreamableHttpServerParams' };

export const mcpHttp: ToolContract<'mcp_http'> = {
  schema: () =>
    object({
      kind: z.literal('mcp_http'),
      transport: choice(['streamable_http', 'sse']),
      url: httpUrl,
      headers: texts(100, 10_000),
      timeoutSeconds,
      overrides: mcpOverrides,
    }),
  autogen: {
    params: { [PARAMS.sse]: readerOf('sse'), [PARAMS.streamable_http]: readerOf('streamable_http') },
    adapters: {
      'autogen_ext.tools.mcp.SseMcpToolAdapter': PARAMS.sse,
      'autogen_ext.tools.mcp.StreamableHttpMcpToolAdapter': PARAMS.streamable_http,
    },
    write,
  },
};

function readerOf(transport: McpHttpServer['transport']) {
  return (fields: Fields, overrides: ServerOverrides, report: Report): McpHttpServer => {
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
  };
}

function write(server: McpHttpServer, path: string, writer: Writer): Json {
  noteSecrets(server.headers, `${path}.headers`, writer);
  return present({
    type: PARAMS[server.transport],
    url: server.url,
    headers: unlessEmpty(server.headers),
    timeout: server.timeoutSeconds,
  });
}
