import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The server that is built where there is none; conversations are tried on it as people deploy it. */
const TEMPORAL_SERVER_VERSION = 'v1.32.1';

/** A Temporal server that keeps its data on PostgreSQL, and the tool that makes its tables. */
export interface TemporalPrograms {
  server: string;
  schemaTool: string;
}

/** There is no Temporal server for PostgreSQL; the message says how to get one. */
export class MissingTemporalServerError extends Error {
  override readonly name = 'MissingTemporalServerError';
}

/** What `go install` makes of them. No release of Temporal has programs to download: they come in images, or are built. */
export const temporalModules = ['server', 'tools/sql'].map(
  (command) => `go.temporal.io/server/cmd/${command}@${TEMPORAL_SERVER_VERSION}`,
);

const HOW_TO_BUILD =
  'No Temporal server for PostgreSQL was found. Build it with Go (npm run build:temporal-server), some minutes, once:\n' +
  temporalModules.map((module) => `  go install ${module}\n`).join('') +
  'It is searched as temporal-server and temporal-sql-tool on PATH, then as server and sql in GOBIN or ~/go/bin. ' +
  'TEMPORAL_SERVER_PROGRAM and TEMPORAL_SQL_TOOL name others.';

/** The programs on this machine; null where one of them is missing. */
export function findTemporalPrograms(
  variables: Record<string, string | undefined> = process.env,
): TemporalPrograms | null {
  const { PATH = '', GOBIN, TEMPORAL_SERVER_PROGRAM: server, TEMPORAL_SQL_TOOL: schemaTool } = variables;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  // By these names alone on PATH, they may be anything.
  const built = GOBIN || join(homedir(), 'go', 'bin');
  const find = (named: string | undefined, onPath: string, inGo: string) =>
    (named ? [named] : [...folders.map((folder) => join(folder, onPath)), join(built, inGo)]).find(
      isExecutable,
    );
  const found = {
    server: find(server, 'temporal-server', 'server'),
    schemaTool: find(schemaTool, 'temporal-sql-tool', 'sql'),
  };
  if (found.server === undefined || found.schemaTool === undefined) return null;
  return { server: found.server, schemaTool: found.schemaTool };
}

/** The same; throws a MissingTemporalServerError where one of them is missing. */
export function requireTemporalPrograms(
  variables: Record<string, string | undefined> = process.env,
): TemporalPrograms {
  const programs = findTemporalPrograms(variables);
  if (programs === null) throw new MissingTemporalServerError(HOW_TO_BUILD);
  return programs;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
