import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/** A REST server in front of a database, as in Supabase: its gateway's key check and PostgREST's function calls. */
export interface RestServer {
  url: string;
  serviceKey: string;
  /** The requests, oldest first. */
  requests: { method: string; path: string; profile: string | undefined }[];
  /** Answers the next requests with this instead of what they ask for; undefined: answers normally again. */
  answerWith: (answer: { status: number; body: string } | undefined) => void;
  close: () => Promise<void>;
}

interface FunctionShape {
  returnsSet: boolean;
  returnsVoid: boolean;
  argumentNames: string[] | null;
  argumentTypes: string[];
  argumentsWithDefault: number;
}

/**
 * The HTTP status for each SQLSTATE, from PostgREST's reference ("Errors", HTTP status codes); any other code gets a
 * 400.
 */
const STATUS_OF: [RegExp, number][] = [
  [/^08/, 503],
  [/^09/, 500],
  [/^23503$/, 409],
  [/^23505$/, 409],
  [/^25006$/, 405],
  [/^28/, 403],
  [/^40/, 500],
  [/^42501$/, 403],
  [/^42883$/, 404],
  [/^42P01$/, 404],
  [/^53/, 503],
  [/^54/, 500],
  [/^57/, 500],
  [/^58/, 500],
  [/^XX/, 500],
];

/**
 * Follows the documented protocol of PostgREST 14 for `POST /rest/v1/rpc/NAME`: the arguments are a JSON object, read
 * by `json_to_record` with the function's own types; `Content-Profile` selects the schema; rows are returned as a
 * list, a single value as itself, nothing as 204; errors are `{code, message, details, hint}`. The key check in front
 * of it is that of Supabase's gateway.
 */
export async function startRestServer(
  databaseUrl: string,
  exposedSchemas: readonly string[],
): Promise<RestServer> {
  const serviceKey = 'service-key-of-the-test';
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const requests: RestServer['requests'] = [];
  let instead: { status: number; body: string } | undefined;

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(response, 500, { code: 'XX000', message: String(error), details: null, hint: null });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://rest').pathname;
    const profile = header(request, 'content-profile');
    requests.push({ method: request.method ?? '', path, profile });
    const body = await readBody(request);
    if (instead !== undefined) {
      response.writeHead(instead.status, { 'content-type': 'text/plain' }).end(instead.body);
      return;
    }
    if (header(request, 'apikey') !== serviceKey) {
      const message =
        header(request, 'apikey') === undefined ? 'No API key found in request' : 'Invalid API key';
      send(response, 401, { message, hint: 'Double check your Supabase `anon` or `service_role` API key.' });
      return;
    }
    const schema = profile ?? exposedSchemas[0] ?? 'public';
    if (!exposedSchemas.includes(schema)) {
      const message = `Invalid schema: ${schema}`;
      const hint = `Only the following schemas are exposed: ${exposedSchemas.join(', ')}`;
      send(response, 406, { code: 'PGRST106', message, details: null, hint });
      return;
    }
    const name = /^\/rest\/v1\/rpc\/([a-z_][a-z0-9_]*)$/.exec(path)?.[1];
    if (name === undefined || request.method !== 'POST') {
      send(response, 404, {
        code: 'PGRST125',
        message: 'Invalid path specified in request URL',
        details: null,
        hint: null,
      });
      return;
    }
    let args: unknown;
    try {
      args = body === '' ? {} : JSON.parse(body);
    } catch {
      send(response, 400, { code: 'PGRST102', message: 'Empty or invalid json', details: null, hint: null });
      return;
    }
    await call(response, schema, name, args as Record<string, unknown>);
  }

  async function call(
    response: ServerResponse,
    schema: string,
    name: string,
    args: Record<string, unknown>,
  ): Promise<void> {
    const given = Object.keys(args);
    const shape = (await shapesOf(pool, schema, name)).find((each) => takes(each, given));
    if (shape === undefined) {
      const message = `Could not find the function ${schema}.${name}(${given.join(', ')}) in the schema cache`;
      const details = `Searched for the function ${schema}.${name} with parameters ${given.join(', ')}, but no matches were found in the schema cache.`;
      send(response, 404, { code: 'PGRST202', message, details, hint: null });
      return;
    }
    const typed = given.map((arg) => `${quoted(arg)} ${typeOf(shape, arg)}`).join(', ');
    const named = given.map((arg) => `${quoted(arg)} := body.${quoted(arg)}`).join(', ');
    const from =
      given.length === 0
        ? `${quoted(schema)}.${quoted(name)}() AS called`
        : `(SELECT $1::json AS payload) p, LATERAL (SELECT * FROM json_to_record(p.payload) AS _(${typed})) body,
           LATERAL ${quoted(schema)}.${quoted(name)}(${named}) AS called`;
    try {
      const { rows } = await pool.query<{ value: string | null }>(
        `SELECT to_json(called)::text AS value FROM ${from}`,
        given.length === 0 ? [] : [JSON.stringify(args)],
      );
      const values = rows.map(({ value }) => value ?? 'null');
      if (shape.returnsVoid) response.writeHead(204).end();
      else sendText(response, 200, shape.returnsSet ? `[${values.join(',')}]` : (values[0] ?? 'null'));
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      const code = error.code ?? 'XX000';
      const status = STATUS_OF.find(([pattern]) => pattern.test(code))?.[1] ?? 400;
      const { message, detail: details = null, hint = null } = error;
      send(response, status, { code, message, details, hint });
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    serviceKey,
    requests,
    answerWith: (answerInstead) => {
      instead = answerInstead;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

async function shapesOf(pool: pg.Pool, schema: string, name: string): Promise<FunctionShape[]> {
  const { rows } = await pool.query<FunctionShape>(
    `SELECT p.proretset AS "returnsSet", p.prorettype = 'void'::regtype AS "returnsVoid",
       p.proargnames[1:p.pronargs] AS "argumentNames", p.pronargdefaults AS "argumentsWithDefault",
       ARRAY(SELECT format_type(t.oid, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS t(oid, place) ORDER BY place) AS "argumentTypes"
     FROM pg_proc p WHERE p.pronamespace = to_regnamespace($1) AND p.proname = $2`,
    [schema, name],
  );
  return rows;
}

/** Whether a function can be called with exactly these arguments. */
function takes({ argumentNames, argumentsWithDefault }: FunctionShape, given: readonly string[]): boolean {
  const names = argumentNames ?? [];
  const needed = names.slice(0, names.length - argumentsWithDefault);
  return given.every((arg) => names.includes(arg)) && needed.every((arg) => given.includes(arg));
}

function typeOf({ argumentNames, argumentTypes }: FunctionShape, arg: string): string {
  return argumentTypes[(argumentNames ?? []).indexOf(arg)] ?? 'text';
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  sendText(response, status, JSON.stringify(body));
}

function sendText(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body);
}
