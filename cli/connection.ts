import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { withoutEnd } from '../workflows/domain/withoutEnd.ts';

/** A server's address and its token. */
export interface Connection {
  url: string;
  token: string;
}

export interface ConnectionOptions {
  /** From the command line; these take precedence. */
  server: string | undefined;
  token: string | undefined;
  variables: Record<string, string | undefined>;
  /** The folder of an installation on this machine. */
  dataFolder: string;
}

const DEFAULT_URL = 'http://127.0.0.1:3000';

const runningSchema = z.object({ appUrl: z.string().optional() });

/** The data folder of `npm start`, unless COLLOQUY_DATA names another. */
export function defaultDataFolder(variables: Record<string, string | undefined>): string {
  return variables['COLLOQUY_DATA'] || fileURLToPath(new URL('../.colloquy', import.meta.url));
}

/**
 * Finds the server: the named one, otherwise the one that `npm start` runs on this machine. The local token is
 * known only for the latter and is sent to no other address.
 */
export function findConnection({ server, token, variables, dataFolder }: ConnectionOptions): Connection {
  const here = readRunningUrl(dataFolder);
  const named = server ?? variables['COLLOQUY_URL'];
  const url = withoutSlash(named || here || DEFAULT_URL);
  const given = token ?? variables['COLLOQUY_TOKEN'];
  const isHere = here !== null && url === withoutSlash(here);
  return { url, token: given || (isHere ? readToken(dataFolder) : '') };
}

function withoutSlash(url: string): string {
  return withoutEnd(url, '/');
}

function readRunningUrl(dataFolder: string): string | null {
  const text = readIfThere(join(dataFolder, 'running.json'));
  if (text === null) return null;
  try {
    return runningSchema.parse(JSON.parse(text)).appUrl ?? null;
  } catch {
    // Half written: the server is just starting.
    return null;
  }
}

function readToken(dataFolder: string): string {
  return readIfThere(join(dataFolder, 'api-token'))?.trim() ?? '';
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The file is missing or unreadable, so it can't help.
    return null;
  }
}
