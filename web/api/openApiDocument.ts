import { z } from 'zod';
import { type ApiEndpoint, apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { problemSchema } from '../../workflows/contracts/api/problem.ts';

type JsonObject = { [key: string]: unknown };

const TITLES: Record<number, string> = {
  400: 'The address or the body cannot be read.',
  401: 'No token that counts.',
  404: 'The project has nothing of this id.',
  405: 'The address is not for this method; `Allow` says for which it is.',
  409: 'It stands in the way of how things are now.',
  413: 'The body is too large: at most 32 MB are taken.',
  415: 'The body is not JSON.',
  422: 'What was sent does not fit; `problems` says where.',
  429: 'Too many tokens that do not count.',
  500: 'Something went wrong on our side.',
  503: 'A part of Colloquy is not answering.',
};

let made: JsonObject | undefined;

/** The API as an OpenAPI 3.1 document, made of the schemas by which requests are checked and answers are typed. */
export function openApiDocument(): JsonObject {
  made ??= make();
  return made;
}

function make(): JsonObject {
  const components = new Components();
  const paths: Record<string, JsonObject> = {};
  for (const [operationId, endpoint] of Object.entries(apiEndpoints)) {
    const path = (paths[endpoint.path] ??= {});
    path[endpoint.method] = operationOf(operationId, endpoint, components);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Colloquy',
      version: '1',
      summary: 'Teams of LLM agents as durable conversations',
      description: 'Errors are `application/problem+json` (RFC 9457).',
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    tags: [{ name: 'Teams' }, { name: 'Conversations' }, { name: 'Tasks' }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A personal token, made on the page Settings → API tokens.',
        },
      },
      schemas: components.schemas,
    },
  };
}

function operationOf(operationId: string, endpoint: ApiEndpoint, components: Components): JsonObject {
  const { tag, summary, description, body } = endpoint;
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: parametersOf(endpoint, components),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: components.schemaOf(body, 'input') } },
          },
        }),
    responses: responsesOf(endpoint, components),
  };
}

function parametersOf({ params, query, events }: ApiEndpoint, components: Components): JsonObject[] {
  const inPath = Object.entries(params).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: components.schemaOf(schema, 'input'),
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = components.schemaOf(schema as z.ZodType, 'input');
    return { name, in: 'query', ...(description === undefined ? {} : { description }), schema: rest };
  });
  const resume =
    events === undefined
      ? []
      : [
          {
            name: 'Last-Event-ID',
            in: 'header',
            description: 'The id of the last event that was seen: the stream goes on after it.',
            schema: { type: 'string' },
          },
        ];
  return [...inPath, ...inQuery, ...resume];
}

/** The statuses with which an endpoint may refuse, in their order: those of all, and its own. */
export function refusalsOf({ method, refusals }: Pick<ApiEndpoint, 'method' | 'refusals'>): number[] {
  const ofAll = [400, 401, 405, 422, 429, 500, 503];
  const ofBodies = method === 'post' ? [413, 415] : [];
  return [...new Set([...ofAll, ...ofBodies, ...refusals])].sort();
}

function responsesOf(endpoint: ApiEndpoint, components: Components): JsonObject {
  const { response, events } = endpoint;
  const problem = { 'application/problem+json': { schema: components.schemaOf(problemSchema, 'output') } };
  const refused = Object.fromEntries(
    refusalsOf(endpoint).map((status) => [
      String(status),
      { description: TITLES[status] ?? '', content: problem },
    ]),
  );
  const done =
    response === null
      ? { description: 'The events.', content: { 'text/event-stream': eventsOf(events ?? {}, components) } }
      : {
          description: 'It was done.',
          content: { 'application/json': { schema: components.schemaOf(response, 'output') } },
        };
  return { '2XX': done, ...refused };
}

/** OpenAPI 3.1 has no words for server-sent events: the shapes of each event's data stand as schemas. */
function eventsOf(events: Record<string, z.ZodType>, components: Components): JsonObject {
  const shapes = Object.entries(events).map(([name, schema]) => ({
    title: name,
    ...components.schemaOf(schema, 'output'),
  }));
  return {
    schema: { type: 'string', description: 'Each event’s data is one of `x-events`.' },
    'x-events': shapes,
  };
}

/** Schemas that have an id, once each; what zod defines for recursion is named after the schema that it belongs to. */
class Components {
  readonly schemas: Record<string, JsonObject> = {};

  schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    const {
      $schema: _dialect,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
    }) as JsonObject & { $defs?: Record<string, JsonObject> };
    return this.#placed(root, $defs, 'Inline') as JsonObject;
  }

  /** A schema whose references are the document's; what it refers to is added to the document. */
  #placed(value: unknown, definitions: Record<string, JsonObject>, owner: string): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#placed(each, definitions, owner));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) =>
        key === '$ref' && typeof field === 'string'
          ? [key, this.#reference(field.replace(/^#\/\$defs\//, ''), definitions, owner)]
          : [key, this.#placed(field, definitions, owner)],
      ),
    );
  }

  #reference(definition: string, definitions: Record<string, JsonObject>, owner: string): string {
    const isNamed = !definition.startsWith('__');
    const name = isNamed ? definition : owner + definition;
    if (!(name in this.schemas)) {
      // Before its content, which may refer to it.
      this.schemas[name] = {};
      const { id: _id, ...content } = definitions[definition] ?? {};
      this.schemas[name] = this.#placed(content, definitions, isNamed ? name : owner) as JsonObject;
    }
    return `#/components/schemas/${name}`;
  }
}
