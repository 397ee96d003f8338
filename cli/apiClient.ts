import type { z } from 'zod';
import { problemSchema, type ProblemDocument } from '../workflows/contracts/api/problem.ts';

/** The server refused a request, as it may. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(`${problem.title}. ${problem.detail}`);
    this.problem = problem;
  }
}

/** No Colloquy answers there, or none that would do what was asked for. */
export class NoServerError extends Error {
  override readonly name = 'NoServerError';
}

/** Asks a server's API. Throws RefusedError or NoServerError; an answer that does not fit its schema is a bug. */
export interface ApiClient {
  get: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.output<Schema>>;
  post: <Schema extends z.ZodType>(path: string, body: unknown, schema: Schema) => Promise<z.output<Schema>>;
  /** Opens an event stream; `after` is the id of the last event that was seen. */
  stream: (path: string, options: { after: string | null; signal: AbortSignal }) => Promise<Response>;
}

export function createApiClient({ url, token }: { url: string; token: string }): ApiClient {
  const headers = { authorization: `Bearer ${token}` };
  async function send(path: string, init: RequestInit): Promise<Response> {
    const response = await reach(url, `${url}/api/v1${path}`, init);
    if (response.ok) return response;
    throw await refusalOf(response, url);
  }
  async function ask<Schema extends z.ZodType>(
    path: string,
    init: RequestInit,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const response = await send(path, init);
    return schema.parse(await response.json());
  }
  return {
    get: (path, schema) => ask(path, { headers }, schema),
    post: (path, body, schema) =>
      ask(
        path,
        {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        schema,
      ),
    stream: (path, { after, signal }) =>
      send(path, { headers: { ...headers, ...(after === null ? {} : { 'last-event-id': after }) }, signal }),
  };
}

async function reach(url: string, address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new NoServerError(`No Colloquy answers at ${url}.`, { cause: error });
  }
}

async function refusalOf(response: Response, url: string): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  if (problem.success) return new RefusedError(problem.data);
  return new NoServerError(`What answers at ${url} is no Colloquy (status ${String(response.status)}).`);
}
