import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTransformedRoutes, isHandler, normalizeRoutes, type Route } from '@vercel/routing-utils';
import { z } from 'zod';

// `npm run front-door`: writes the front door as `vercel deploy --prebuilt` takes it (Build Output API, version 3), to
// .vercel/output: the browser's files of this build for the CDN, and the rules of vercel.json with COLLOQUY_ORIGIN, the web
// service's own address, for all else.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Stands in vercel.json where the web service's address belongs. */
const PLACEHOLDER = 'https://origin.example.com';

const rulesSchema = z.object({
  headers: z.array(
    z.object({
      source: z.string(),
      headers: z.array(z.object({ key: z.string(), value: z.string() })),
    }),
  ),
  rewrites: z.array(z.object({ source: z.string(), destination: z.string() })),
});

/** The rules of vercel.json as routes, for a web service at `origin`. Throws where one is not valid. */
export function frontDoorRoutes(vercelJson: unknown, origin: string): Route[] {
  const { headers, rewrites } = rulesSchema.parse(vercelJson);
  const { routes, error } = getTransformedRoutes({
    headers,
    rewrites: rewrites.map(({ source, destination }) => ({
      source,
      destination: destination.replace(PLACEHOLDER, origin),
    })),
  });
  if (error !== null || routes === null) throw new Error(error?.message ?? 'vercel.json has no rules');
  const complete = normalizeRoutes([
    ...routes.map((route) =>
      !isHandler(route) && route.dest !== undefined ? { ...route, transforms: [SHOW_THE_KEY] } : route,
    ),
    { handle: 'hit' },
    // Of files that the CDN has alone: a missing one must not be remembered for a year.
    {
      src: '^/assets/.*$',
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
      continue: true,
    },
  ]);
  if (complete.error !== null || complete.routes === null)
    throw new Error(complete.error?.message ?? 'The routes are not valid');
  return complete.routes;
}

/** The web service believes the client's address of a request that shows this key. */
const SHOW_THE_KEY = {
  type: 'request.headers' as const,
  op: 'set' as const,
  target: { key: 'x-front-door-key' },
  args: '$FRONT_DOOR_KEY',
  env: ['FRONT_DOOR_KEY'],
};

/** Where the web service is reached: an https:// address without a path. */
export const originSchema = z
  .url({ protocol: /^https$/, error: 'must be an https:// address' })
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must have no path and no slash at its end',
  );

/** Writes the folder `output` anew. */
export function writeFrontDoor({
  origin,
  output,
  files,
}: {
  origin: string;
  output: string;
  files: string;
}): void {
  const vercelJson: unknown = JSON.parse(readFileSync(join(ROOT, 'vercel.json'), 'utf8'));
  const routes = frontDoorRoutes(vercelJson, origin);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  // Source maps are for Sentry alone.
  cpSync(files, join(output, 'static'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  writeFileSync(join(output, 'config.json'), `${JSON.stringify({ version: 3, routes }, null, 2)}\n`);
}

if (import.meta.main) {
  const origin = originSchema.safeParse(process.env['COLLOQUY_ORIGIN']);
  if (origin.success) {
    writeFrontDoor({
      origin: origin.data,
      output: join(ROOT, '.vercel/output'),
      files: join(ROOT, 'build/client'),
    });
    console.log(`.vercel/output passes what it has no file for on to ${origin.data}.`);
  } else {
    console.error(`COLLOQUY_ORIGIN ${origin.error.issues[0]?.message ?? 'is not valid'}.`);
    process.exitCode = 1;
  }
}
