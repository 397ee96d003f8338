import type { z } from 'zod';
import { type ApiEndpoint, apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { problemSchema } from '../../workflows/contracts/api/problem.ts';
import { type JsonObject, OpenApiComponents } from './openApiComponents.ts';

const TITLES: Record<number, string> = {
  400: 'The address or the body cannot be read.',
  401: 'A valid token is required.',
  404: 'The project has nothing with this id.',
  405: 'The method is not allowed at this address; `Allow` lists those that are.',
  409: 'The request conflicts with the current state.',
  413: 'The body is too large: at most 32 MB are accepted, or 256 MiB of files.',
  415: 'The body has an unsupported content type.',
  422: 'The request is invalid; `problems` says where.',
  429: 'Too many requests with an invalid token.',
  500: 'Something went wrong on our side.',
  503: 'A part of Colloquy is not answering.',
};

let made: JsonObject | undefined;

/** The API as an OpenAPI 3.1 document, generated from the schemas that check requests and type answers. */
export function openApiDocument(): JsonObject {
  made ??= make();
  return made;
}

function make(): JsonObject {
  const components = new OpenApiComponents();
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
    tags: [
      { name: 'Teams' },
      { name: 'Conversations' },
      { name: 'Tasks' },
      { name: 'Knowledge' },
      { name: 'Schedules' },
      { name: 'Notices' },
      { name: 'Calendars', description: 'When people work, and so how the time of a task passes.' },
      { name: 'Builds', description: 'Which workflow code open conversations run on.' },
      { name: 'Status', description: 'What is up, what waits, and how old the newest backup is.' },
    ],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A personal token, created on the page Settings → API tokens.',
        },
      },
      schemas: components.schemas,
    },
  };
}

function operationOf(operationId: string, endpoint: ApiEndpoint, components: OpenApiComponents): JsonObject {
  const { tag, summary, description, body, form } = endpoint;
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
            content: {
              'application/json': { schema: components.schemaOf(body, 'input') },
              ...(form && { 'multipart/form-data': { schema: components.schemaOf(form, 'input') } }),
            },
          },
        }),
    responses: responsesOf(endpoint, components),
  };
}

function parametersOf({ params, query, events }: ApiEndpoint, components: OpenApiComponents): JsonObject[] {
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
            description: 'The id of the last event that was seen: the stream resumes after it.',
            schema: { type: 'string' },
          },
        ];
  return [...inPath, ...inQuery, ...resume];
}

/**
 * The statuses with which an endpoint may refuse a request, in ascending order: those common to all endpoints, and
 * its own.
 */
export function refusalsOf({ method, refusals }: Pick<ApiEndpoint, 'method' | 'refusals'>): number[] {
  const ofAll = [400, 401, 405, 422, 429, 500, 503];
  const ofBodies = method === 'post' ? [413, 415] : [];
  return [...new Set([...ofAll, ...ofBodies, ...refusals])].sort();
}

function responsesOf(endpoint: ApiEndpoint, components: OpenApiComponents): JsonObject {
  const problem = { 'application/problem+json': { schema: components.schemaOf(problemSchema, 'output') } };
  const refused = Object.fromEntries(
    refusalsOf(endpoint).map((status) => [
      String(status),
      { description: TITLES[status] ?? '', content: problem },
    ]),
  );
  return { '2XX': doneOf(endpoint, components), ...refused };
}

function doneOf({ response, events, file }: ApiEndpoint, components: OpenApiComponents): JsonObject {
  const schemaIn = (schema: z.ZodType) => ({ schema: components.schemaOf(schema, 'output') });
  if (response !== null) {
    return { description: 'Success.', content: { 'application/json': schemaIn(response) } };
  }
  if (file !== undefined) {
    const content = Object.fromEntries(
      Object.entries(file).map(([mediaType, schema]) => [mediaType, schemaIn(schema)]),
    );
    return { description: 'The file.', content };
  }
  return { description: 'The events.', content: { 'text/event-stream': eventsOf(events ?? {}, components) } };
}

/** OpenAPI 3.1 cannot describe server-sent events, so the data of each event is listed as a schema. */
function eventsOf(events: Record<string, z.ZodType>, components: OpenApiComponents): JsonObject {
  const shapes = Object.entries(events).map(([name, schema]) => ({
    title: name,
    ...components.schemaOf(schema, 'output'),
  }));
  return {
    schema: { type: 'string', description: 'Each event’s data is one of `x-events`.' },
    'x-events': shapes,
  };
}
