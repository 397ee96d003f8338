import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Logger } from '../../platform/logger.ts';
import { apiEndpoints, type ApiEndpoint } from '../../workflows/contracts/api/endpoints.ts';
import { authenticate } from './authenticate.ts';
import { createFailureLimit } from './failureLimit.ts';
import { openApiDocument } from './openApiDocument.ts';
import type { UntypedOperation } from './operation.ts';
import { operations } from './operations/operations.ts';
import { invalidRequest, notFound, Problem } from './problem.ts';
import { sendProblem } from './sendProblem.ts';

/** Room for a task with a few images. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

/**
 * The HTTP API: every endpoint of the contract, for whoever has a token. It is a door of its own, before the web app's
 * checks: no cookie opens it, no answer is a page.
 */
export function createApi({ logger }: { logger: Logger }): Router {
  const router = express.Router();
  const failures = createFailureLimit();
  const json = express.json({ limit: BODY_LIMIT_BYTES, strict: false });
  router.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument());
  });
  for (const [operation, endpoint] of Object.entries(apiEndpoints)) {
    const handle = (operations as Record<string, unknown>)[operation] as UntypedOperation['handle'];
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const steps = { endpoint, handle };
    router[endpoint.method](path, (request, response, next) => {
      answer(steps, request, response).catch(next);
    });
  }
  router.use((request) => {
    throw notFound(`endpoint: ${request.method} ${request.baseUrl}${request.path}`);
  });
  router.use(sendProblem(logger));
  return router;

  async function answer(
    { endpoint, handle }: UntypedOperation,
    request: Request,
    response: Response,
  ): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    const holder = await authenticate(request, failures);
    // After the token: a stranger's body is not read.
    if (endpoint.method === 'post') await readBody(json, request, response);
    const result = await handle({ holder, ...parse(endpoint, request) }, request, response);
    if (result !== undefined) response.status(result.status ?? 200).json(result.body);
  }
}

function parse(endpoint: ApiEndpoint, request: Request) {
  const params: Record<string, string> = {};
  for (const [name, schema] of Object.entries(endpoint.params)) {
    const parsed = schema.safeParse(request.params[name]);
    if (!parsed.success) throw notFound(name.replace(/Id$/, ''));
    params[name] = String(parsed.data);
  }
  // The app reads no queries (createApp): this is the only place that does.
  const given = Object.fromEntries(new URL(request.originalUrl, 'http://localhost').searchParams);
  const query = endpoint.query?.safeParse(given);
  if (query?.success === false) throw invalidRequest('query', query.error);
  const body = endpoint.body?.safeParse(request.body);
  if (body?.success === false) throw invalidRequest('body', body.error);
  return { params, query: query?.data, body: body?.data };
}

/** Without a body an empty object is taken. */
async function readBody(
  json: ReturnType<typeof express.json>,
  request: Request,
  response: Response,
): Promise<void> {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  if (hasBody && request.is('json') === false) {
    throw new Problem({
      kind: 'unsupported_media_type',
      status: 415,
      title: 'The body is not JSON',
      detail: 'Send JSON, with the header `Content-Type: application/json`.',
    });
  }
  await new Promise<void>((resolve, reject) => {
    json(request, response, ((error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('The body could not be read'));
    }) as NextFunction);
  });
}
