import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { withoutEnd } from '../workflows/domain/withoutEnd.ts';

/** Where the server is, and what opens it. */
export interface Connection {
  url: string;
  token: string;
}

export interface ConnectionOptions {
  /** From the command line; they come first. */
  server: string | undefined;
  token: string | undefined;
  variables: Record<string, string | undefined>;
  /** The folder of an installation on this machine. */
  dataFolder: string;
}

const DEFAULT_URL = 'http://127.0.0.1:3000';

const runningSchema = z.object({ appUrl: z.string().optional() });

/** Where `npm start` keeps what it knows, unless COLLOQUY_DATA names another folder. */
export function defaultDataFolder(variables: Record<string, string | undefined>): string {
  return variables['COLLOQUY_DATA'] || fileURLToPath(new URL('../.colloquy', import.meta.url));
}

/**
 * Finds the server: the one that is named, else the one that `npm start` runs on this machine. Its token is known only
 * for the latter, and goes to no other address.
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
    // Half written: whoever writes it is starting.
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
    // Not there, or somebody else's: then it can't help.
    return null;
  }
}
