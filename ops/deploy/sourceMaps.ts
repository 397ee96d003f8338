import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { releaseOf } from '../../platform/version.ts';

// `npm run source-maps`: builds the web app with source maps, gives them to Sentry under this commit's release, and takes them away
// again: nobody is served them. The code that comes of it is the same as without, so the maps fit what an image of this commit runs.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the built code is, and the address under which Sentry sees it: of a browser's, its path; of the server's, its file. */
const PLACES = [
  { folder: 'build/client/assets', prefix: '~/assets' },
  { folder: 'build/server', prefix: '/app/build/server' },
] as const;

const settingsSchema = z.object({
  SENTRY_AUTH_TOKEN: z.string().min(1),
  SENTRY_ORG: z.string().min(1),
  SENTRY_PROJECT: z.string().min(1),
  SENTRY_URL: z.url().optional(),
  COLLOQUY_COMMIT: z.string().regex(/^[0-9a-f]{7,40}$/, 'must be the hash of a commit'),
});

export type SourceMapSettings = z.infer<typeof settingsSchema>;

/** Gives Sentry the maps of the built code below `root`, and removes them, also where that fails. */
export async function uploadSourceMaps(root: string, settings: SourceMapSettings): Promise<void> {
  const release = releaseOf(settings);
  try {
    for (const { folder, prefix } of PLACES) {
      const options = ['--release', release, '--url-prefix', prefix, '--strict'];
      await run(sentryCli(), ['sourcemaps', 'upload', ...options, join(root, folder)], settings);
    }
  } finally {
    for (const { folder } of PLACES) removeMaps(join(root, folder));
  }
}

/** Sentry's own tool, in the version of package-lock.json. */
function sentryCli(): string {
  return join(ROOT, 'node_modules', '.bin', 'sentry-cli');
}

function removeMaps(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.map')) rmSync(join(folder, name));
  }
}

async function run(
  command: string,
  args: readonly string[],
  more: Record<string, string | undefined>,
): Promise<void> {
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...more }, stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}`);
}

if (import.meta.main) {
  const settings = settingsSchema.safeParse(process.env);
  if (settings.success) {
    const vite = join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js');
    await run(process.execPath, ['--no-warnings', vite, 'vite:build'], {
      NODE_ENV: 'production',
      SOURCE_MAPS: 'true',
    });
    await uploadSourceMaps(ROOT, settings.data);
  } else {
    for (const { path, message } of settings.error.issues) console.error(`${path.join('.')}: ${message}`);
    process.exitCode = 1;
  }
}
