import { pipeline } from 'node:stream/promises';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { z } from 'zod';
import type { Logger } from '../../platform/logger.ts';
import { type ApiEndpoint, apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { measureJsonText } from '../../workflows/domain/outsideJson.ts';
import { SENT_JSON, sentJsonRefusal } from '../app/data/teams/check/sentJson.ts';
import { authenticate } from './authenticate.ts';
import { createFailureLimit } from './failureLimit.ts';
import { type FormRequest, formRequest, isForm } from './formRequest.ts';
import { openApiDocument } from './openApiDocument.ts';
import type { FileResult, UntypedOperation } from './operation.ts';
import { operations } from './operations/operations.ts';
import { invalidRequest, notFound, Problem } from './problem.ts';
import { sendProblem } from './sendProblem.ts';

/** Room for a task with a few images. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

const DOCUMENT_PATH = '/openapi.json';

const NO_FIELDS = z.strictObject({});

/**
 * The HTTP API: every endpoint of the contract, for callers with a token. It is mounted before the web app's own
 * checks: it accepts no cookie and never answers with a page.
 */
export function createApi(options: { logger: Logger; temporalAddress: string }): Router {
  const router = express.Router();
  const failures = createFailureLimit();
  const json = express.json({ limit: BODY_LIMIT_BYTES, strict: false, verify: refuseUnreadable });
  const bytes = express.raw({ limit: BODY_LIMIT_BYTES, type: 'json' });
  router.get(DOCUMENT_PATH, (_request, response) => {
    response.json(openApiDocument());
  });
  for (const [operation, endpoint] of Object.entries(apiEndpoints)) {
    const handle = (operations as Record<string, unknown>)[operation] as UntypedOperation['handle'];
    const steps = { endpoint, handle };
    router[endpoint.method](routeOf(endpoint.path), (request, response, next) => {
      answer(steps, request, response).catch(next);
    });
  }
  for (const [path, methods] of methodsByPath()) router.all(path, refuseMethod(methods));
  router.use((request) => {
    throw notFound(`endpoint: ${request.method} ${request.baseUrl}${request.path}`);
  });
  router.use(sendProblem(options));
  return router;

  /** A GET's handler also answers HEAD: Node leaves the body out. */
  async function answer(
    { endpoint, handle }: UntypedOperation,
    request: Request,
    response: Response,
  ): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    const holder = await authenticate(request, failures);
    // After the token was checked: the body of a stranger is not read.
    const form = endpoint.form !== undefined && isForm(request) ? formRequest(request) : null;
    if (endpoint.method === 'post' && form === null) {
      const parser = endpoint.unread === true ? bytes : json;
      await readBody(parser, request, response, endpoint.form !== undefined);
    }
    const result = await handle({ holder, ...parse(endpoint, request, form), form }, request, response);
    if (result === undefined) return;
    if ('file' in result) return sendFile(result, request, response);
    response.status(result.status ?? 200).json(result.body);
  }
}

/** If sending fails midway, the connection is broken, so that a partial file is not taken for the whole. */
async function sendFile({ file }: FileResult, request: Request, response: Response): Promise<void> {
  response
    .status(200)
    .attachment(file.name)
    // `attachment` takes a type from the name's ending.
    .set('content-type', `${file.mediaType}; charset=utf-8`)
    .set('x-content-type-options', 'nosniff');
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(file.pieces, response);
}

function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** The methods that each path allows, in the form of an Allow header. */
function methodsByPath(): Map<string, string[]> {
  const methods = new Map([[DOCUMENT_PATH, ['GET', 'HEAD', 'OPTIONS']]]);
  for (const { path, method } of Object.values(apiEndpoints)) {
    const route = routeOf(path);
    const own = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
    methods.set(route, [...own, ...(methods.get(route) ?? ['OPTIONS'])]);
  }
  return methods;
}

function refuseMethod(methods: readonly string[]): RequestHandler {
  const allow = methods.join(', ');
  return (request, response) => {
    if (request.method === 'OPTIONS') {
      response.status(204).set('allow', allow).end();
      return;
    }
    throw new Problem({
      kind: 'method_not_allowed',
      status: 405,
      title: `${request.method} is not allowed at this address`,
      detail: `Use ${allow}.`,
      headers: { allow },
    });
  };
}

function parse(endpoint: ApiEndpoint, request: Request, form: FormRequest | null) {
  const params: Record<string, string> = {};
  for (const [name, schema] of Object.entries(endpoint.params)) {
    const parsed = schema.safeParse(request.params[name]);
    if (!parsed.success) throw notFound(name.replace(/Id$/, ''));
    params[name] = String(parsed.data);
  }
  // The app itself parses no query strings (createApp): this is the only place that does.
  const given = Object.fromEntries(new URL(request.originalUrl, 'http://localhost').searchParams);
  const query = (endpoint.query ?? NO_FIELDS).safeParse(given);
  if (!query.success) throw invalidRequest('query', query.error);
  if (form !== null) return { params, query: query.data, body: undefined };
  const sent: unknown = request.body;
  if (endpoint.unread === true) {
    return { params, query: query.data, body: Buffer.isBuffer(sent) ? sent : Buffer.alloc(0) };
  }
  const body = (endpoint.body ?? NO_FIELDS).safeParse(sent === undefined ? {} : sent);
  if (!body.success) throw invalidRequest('body', body.error);
  return { params, query: query.data, body: body.data };
}

/** Runs before the body's text is parsed. */
function refuseUnreadable(_request: unknown, _response: unknown, body: Buffer): void {
  const refusal = measureJsonText(body, SENT_JSON);
  if (refusal === null) return;
  throw new Problem({
    kind: 'invalid_request',
    status: 422,
    title: 'The body cannot be processed',
    detail: `It ${sentJsonRefusal(refusal)}.`,
  });
}

/** A missing body is read as an empty object, or as no bytes. */
async function readBody(
  parser: ReturnType<typeof express.json>,
  request: Request,
  response: Response,
  takesForms: boolean,
): Promise<void> {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  if (hasBody && request.is('json') === false) {
    throw new Problem({
      kind: 'unsupported_media_type',
      status: 415,
      title: takesForms ? 'The body is neither JSON nor a form' : 'The body is not JSON',
      detail: takesForms
        ? 'Send JSON, with the header `Content-Type: application/json`, or `multipart/form-data`.'
        : 'Send JSON, with the header `Content-Type: application/json`.',
    });
  }
  await new Promise<void>((resolve, reject) => {
    parser(request, response, ((error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('The request’s body could not be read'));
    }) as NextFunction);
  });
}
