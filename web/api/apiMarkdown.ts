import type { z } from 'zod';
import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { openApiDocument, refusalsOf } from './openApiDocument.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  parameters: { name: string; in: string; description?: string; schema: Schema }[];
}

/** Long schemas that are described elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(['TeamConfig', 'Task', 'Json']);

/** The API's reference as Markdown, generated from its OpenAPI document. */
export function apiMarkdown(): string {
  const { components, paths } = openApiDocument() as {
    components: { schemas: Record<string, Schema> };
    paths: Record<string, Record<string, Operation>>;
  };
  const tags = [...new Set(Object.values(apiEndpoints).map(({ tag }) => tag))];
  const sections = tags.map((tag) => {
    const operations = Object.values(apiEndpoints)
      .filter((endpoint) => endpoint.tag === tag)
      .map((endpoint) => section(endpoint, paths[endpoint.path]?.[endpoint.method]));
    return [`## ${tag}`, ...operations].join('\n\n');
  });
  const schemas = Object.entries(components.schemas)
    .filter(([name]) => !name.includes('__'))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, schema]) => schemaSection(name, schema));
  return [...sections, '## Schemas', ...schemas, ''].join('\n\n');
}

function section(
  endpoint: (typeof apiEndpoints)[keyof typeof apiEndpoints],
  operation: Operation | undefined,
): string {
  const { method, path, summary } = endpoint;
  const parameters = (operation?.parameters ?? []).filter(({ in: place }) => place !== 'path');
  const lines = [`### ${method.toUpperCase()} ${path}`, `${summary}.`];
  if ('description' in endpoint) lines.push(endpoint.description);
  if (parameters.length > 0) {
    lines.push(
      table(
        ['parameter', 'type', 'meaning'],
        parameters.map(({ name, description = '', schema }) => [`\`${name}\``, typeOf(schema), description]),
      ),
    );
  }
  if ('body' in endpoint) {
    const form = 'form' in endpoint ? `, or as a form ${link(endpoint.form.meta()?.id)}` : '';
    lines.push(`Body: ${link(endpoint.body.meta()?.id)}${form}.`);
  }
  const answer = endpoint.response?.meta()?.id;
  if (answer !== undefined) lines.push(`Answer: ${link(answer)}.`);
  if ('file' in endpoint) {
    const files = Object.entries<z.ZodType>(endpoint.file).map(([mediaType, schema]) => {
      const id = schema.meta()?.id;
      return `\`${mediaType}\`${id === undefined ? '' : ` (${link(id)})`}`;
    });
    lines.push(`Answer: a file, ${files.join(' or ')}.`);
  }
  if ('events' in endpoint) {
    const events = Object.entries(endpoint.events).map(([name, schema]) => {
      const id = schema.meta()?.id;
      return `\`${name}\`${id === undefined ? '' : ` (${link(id)})`}`;
    });
    lines.push(`Events: ${events.join(', ')}.`);
  }
  lines.push(`Refusals: ${refusalsOf(endpoint).map(String).join(', ')}.`);
  return lines.join('\n\n');
}

function schemaSection(name: string, schema: Schema): string {
  const lines = [`### ${name}`];
  if (schema.description !== undefined) lines.push(schema.description);
  if (ELSEWHERE.has(name)) {
    if (name !== 'Json') lines.push('Its whole shape stands in the OpenAPI document.');
  } else if (schema.properties === undefined) {
    lines.push(`Is ${typeOf(schema)}.`);
  } else {
    const required = new Set(schema.required);
    const rows = Object.entries(schema.properties).map(([field, property]) => [
      `\`${field}\`${required.has(field) ? '' : ' (optional)'}`,
      typeOf(property),
      meaningOf(property),
    ]);
    lines.push(table(['field', 'type', 'meaning'], rows));
  }
  return lines.join('\n\n');
}

function meaningOf({ description = '', default: fallback }: Schema): string {
  if (fallback === undefined) return description;
  return `${description} Default: \`${JSON.stringify(fallback)}\`.`.trim();
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return refOf(schema.$ref);
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  if (schema.type === 'object' && schema.properties !== undefined) {
    return `{ ${Object.keys(schema.properties)
      .map((name) => `\`${name}\``)
      .join(', ')} }`;
  }
  if (Array.isArray(schema.type)) return schema.type.join(' or ');
  return schema.format ?? schema.type ?? 'any JSON';
}

function refOf(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return name.includes('__') ? 'any JSON' : link(name);
}

function link(name: string | undefined): string {
  return name === undefined ? 'JSON' : `[${name}](#${name.toLowerCase()})`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
