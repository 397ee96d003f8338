import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { z } from 'zod';

/** Stands in for Vercel's edge: serves a Build Output folder by its routes. */
export interface FrontDoorServer {
  url: string;
  close: () => Promise<void>;
}

const routesSchema = z.array(
  z.union([
    z.object({ handle: z.string() }),
    z.object({
      src: z.string(),
      dest: z.string().optional(),
      headers: z.record(z.string(), z.string()).optional(),
      continue: z.boolean().optional(),
      transforms: z
        .array(
          z.object({
            type: z.literal('request.headers'),
            op: z.literal('set'),
            target: z.object({ key: z.string() }),
            args: z.string(),
            env: z.array(z.string()),
          }),
        )
        .optional(),
    }),
  ]),
);

type Route = z.infer<typeof routesSchema>[number];

interface Door {
  folder: string;
  routes: Route[];
  /** The variables of the Vercel project. */
  variables: Record<string, string>;
  /** An address that `dest` names, and where it is in this test. */
  reaches: (origin: string) => string;
}

/**
 * What is read of a folder is read at the first request, so that the door's address may be known before what is
 * behind it. The client's address is `client`, as the edge would see it.
 */
export async function startFrontDoor(options: {
  door: () => Omit<Door, 'routes'>;
  client: string;
  /** Is told of each answer as it begins. */
  onAnswer?: (answer: { status: number; path: string }) => void;
}): Promise<FrontDoorServer> {
  let door: Door | undefined;
  const server = createServer((request, response) => {
    if (door === undefined) {
      const given = options.door();
      const config = JSON.parse(readFileSync(join(given.folder, 'config.json'), 'utf8')) as {
        routes: unknown;
      };
      door = { ...given, routes: routesSchema.parse(config.routes) };
    }
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      options.onAnswer?.({ status: args[0], path: request.url ?? '' });
      return writeHead(...args);
    }) as typeof writeHead;
    handle(door, options.client, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Routes are tried from the top; those after `filesystem` where no file was found, those after `hit` where one was. */
function handle(door: Door, client: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://door');
  const headers: Record<string, string> = {};
  let phase = 'start';
  let file: string | null = null;
  for (const route of door.routes) {
    if ('handle' in route) {
      phase = route.handle;
      if (phase === 'filesystem') file = fileOf(door.folder, url.pathname);
      continue;
    }
    if ((phase === 'hit') !== (file !== null) && phase !== 'start') continue;
    const match = new RegExp(route.src).exec(url.pathname);
    if (match === null) continue;
    for (const [name, value] of Object.entries(route.headers ?? {})) headers[name.toLowerCase()] = value;
    if (route.continue || route.dest === undefined) continue;
    const target = new URL(
      route.dest.replace(/\$(\d)/g, (_all, group: string) => match[Number(group)] ?? ''),
    );
    const origin = new URL(door.reaches(target.origin));
    passOn({ origin, path: target.pathname + url.search, headers, client, door, route }, request, response);
    return;
  }
  if (file === null) {
    response.writeHead(404, headers).end();
    return;
  }
  const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, ...headers }).end(readFileSync(file));
}

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

function fileOf(folder: string, pathname: string): string | null {
  const path = join(folder, 'static', normalize(pathname));
  return existsSync(path) && statSync(path).isFile() ? path : null;
}

function passOn(
  to: {
    origin: URL;
    path: string;
    headers: Record<string, string>;
    client: string;
    door: Door;
    route: Exclude<Route, { handle: string }>;
  },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const shown = (to.route.transforms ?? []).map(({ target, args, env }) => {
    const value = env.reduce((text, name) => text.replace(`$${name}`, to.door.variables[name] ?? ''), args);
    return [target.key, value] as const;
  });
  const onward = ask(
    {
      hostname: to.origin.hostname,
      port: to.origin.port,
      method: request.method,
      path: to.path,
      headers: {
        ...request.headers,
        host: to.origin.host,
        'x-forwarded-host': request.headers.host,
        'x-forwarded-proto': 'https',
        'x-forwarded-for': to.client,
        'x-vercel-forwarded-for': to.client,
        ...Object.fromEntries(shown),
      },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...to.headers });
      response.flushHeaders();
      answer.pipe(response);
      // What breaks off behind the door breaks off before it.
      answer.once('error', () => response.destroy());
    },
  );
  onward.once('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, to.headers).end();
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}
