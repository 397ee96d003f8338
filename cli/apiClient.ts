import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { type ApiEndpoint, apiEndpoints } from '../workflows/contracts/api/endpoints.ts';
import { type ProblemDocument, problemSchema } from '../workflows/contracts/api/problem.ts';
import type { paths } from './generated/api.ts';

/** The server refused a request. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(`${problem.title}. ${problem.detail}`);
    this.problem = problem;
  }
}

/** There is no Colloquy server at the address, or it could not handle the request. */
export class NoServerError extends Error {
  override readonly name = 'NoServerError';
}

/**
 * Calls a server's API, typed by its OpenAPI document. Throws RefusedError or NoServerError; a response that does
 * not fit its schema is a bug.
 */
export type ApiClient = Client<paths>;

export function createApiClient({ url, token }: { url: string; token: string }): ApiClient {
  const headers = { authorization: `Bearer ${token}` };
  try {
    // An invalid request is refused here, where the reason is known.
    new Request(url, { headers });
  } catch (error) {
    throw new NoServerError(`No Colloquy server answers at ${url}.`, { cause: error });
  }
  const client = createClient<paths>({ baseUrl: `${url}/api/v1`, headers });
  client.use(checkAnswers(url));
  return client;
}

/** The data of a response; refusals have already been thrown. */
export async function answerTo<Answer extends { data?: unknown }>(
  asked: Promise<Answer>,
): Promise<NonNullable<Answer['data']>> {
  const { data } = await asked;
  if (data === undefined || data === null) throw new Error('The server sent an empty answer');
  return data;
}

function checkAnswers(url: string): Middleware {
  return {
    async onResponse({ request, response, schemaPath }) {
      if (!response.ok) throw await refusalOf(response, url);
      const endpoint = endpointOf(request.method, schemaPath);
      if (endpoint?.response == null) return response;
      return Response.json(endpoint.response.parse(await response.json()));
    },
    onError({ request, error }) {
      if (request.signal.aborted) return undefined;
      return new NoServerError(`No Colloquy server answers at ${url}.`, { cause: error });
    },
  };
}

function endpointOf(method: string, path: string): ApiEndpoint | undefined {
  const endpoints: ApiEndpoint[] = Object.values(apiEndpoints);
  return endpoints.find((endpoint) => endpoint.path === path && endpoint.method === method.toLowerCase());
}

async function refusalOf(response: Response, url: string): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  if (problem.success) return new RefusedError(problem.data);
  return new NoServerError(
    `The server at ${url} is not Colloquy (it answered with status ${String(response.status)}).`,
  );
}
