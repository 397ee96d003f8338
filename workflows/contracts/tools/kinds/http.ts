import { z } from 'zod';
import type { HttpTool } from '../../../domain/tools/kinds/http.ts';
import type { Component } from '../../autogen/component.ts';
import { isJson } from '../../autogen/modelFields.ts';
import { type Reader } from '../../autogen/reader.ts';
import { from } from '../../autogen/report.ts';
import { hostOf, withoutCredentials } from '../../autogen/secrets.ts';
import { component, noteSecrets, type Writer, type WrittenComponent } from '../../autogen/writer.ts';
import { choice, object, text, texts } from '../../teamSchema/fields.ts';
import { httpUrl, jsonSchema } from '../../teamSchema/model.ts';
import { toolName } from '../../teamSchema/tools.ts';
import type { ToolContract } from '../contract.ts';
import { timeoutSeconds } from '../timeout.ts';

const CLASS = 'autogen_ext.tools.http.HttpTool';
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

export const http: ToolContract<'http'> = {
  schema: () =>
    object({
      kind: z.literal('http'),
      name: toolName,
      description: text(10_000),
      method: choice(METHODS),
      url: httpUrl,
      headers: texts(100, 10_000),
      parameters: jsonSchema,
      returns: choice(['text', 'json']),
      timeoutSeconds,
    }),
  fieldNames: { parameters: 'json_schema' },
  autogen: { classes: { [CLASS]: read }, write },
};

function read({ fields }: Component, { report }: Reader): HttpTool {
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
    method: fields.choiceOr('method', METHODS, 'POST'),
    url: `${scheme}://${host}${port === standard ? '' : `:${String(port)}`}${path.startsWith('/') ? '' : '/'}${path}`,
    headers: withoutCredentials(fields.entries('headers') ?? [], hostOf(host), report),
    parameters: isJson(parameters?.value) ? parameters.value : {},
    returns: fields.choiceOr('return_type', ['text', 'json'], 'text'),
    timeoutSeconds: fields.numberOr('timeout', 5),
  };
  fields.end();
  return from(report, fields.place, tool);
}

function write(tool: HttpTool, path: string, writer: Writer): WrittenComponent {
  const [origin = '', scheme = 'http', host = '', port] =
    /^(https?):\/\/([^/:?#]+)(?::(\d+))?/i.exec(tool.url) ?? [];
  const rest = origin === '' ? '' : tool.url.slice(origin.length);
  noteSecrets(tool.headers, `${path}.headers`, writer);
  return component(CLASS, 'tool', {
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
