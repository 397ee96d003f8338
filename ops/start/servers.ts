import { startEmbeddedDatabase } from '../embedded/database.ts';
import { startDemoModel } from '../embedded/demoModel.ts';
import { freePort } from '../embedded/network.ts';
import { startEmbeddedTemporal } from '../embedded/temporal.ts';
import { findTemporal } from '../embedded/temporalBinary.ts';
import type { DataFolder } from './dataFolder.ts';
import type { Fleet } from './fleet.ts';
import { StartError } from './startError.ts';

/** The addresses of the servers, under their environment variables. */
export interface Addresses {
  DATABASE_URL: string;
  TEMPORAL_ADDRESS: string;
  OPENAI_BASE_URL?: string;
  DEFAULT_MODEL?: string;
  EMBEDDING_MODEL?: string;
  DEMO_BANNER?: string;
  /** Temporal's own UI, if we started it. */
  temporalUiUrl?: string;
}

type Variables = Record<string, string | undefined>;

interface Context {
  fleet: Fleet;
  folder: DataFolder;
  variables: Variables;
  say: (line: string) => void;
}

/** Starts the servers whose address the environment does not set. */
export async function startServers(context: Context): Promise<Addresses> {
  const [database, temporal, model] = await Promise.all([
    databaseAddress(context),
    temporalAddress(context),
    modelAddress(context),
  ]);
  return { ...database, ...temporal, ...model };
}

async function databaseAddress({ fleet, folder, variables }: Context): Promise<{ DATABASE_URL: string }> {
  const url = variables['DATABASE_URL'];
  if (url) return { DATABASE_URL: url };
  const data = folder.file('postgres');
  // Fixed for this start: after a crash the others find it at the same address.
  const port = await freePort();
  try {
    const database = await fleet.add(
      () => startEmbeddedDatabase({ folder: data, port, logFile: folder.file('logs', 'postgres.log') }),
      20_000,
    );
    return { DATABASE_URL: database.url };
  } catch (error) {
    throw new StartError(
      `The database in ${data} can't be opened: restore it from a backup, or move it away to start with an empty one. ` +
        `(See ${folder.file('logs', 'postgres.log')}.)`,
      { cause: error },
    );
  }
}

async function temporalAddress({ fleet, folder, variables, say }: Context) {
  const address = variables['TEMPORAL_ADDRESS'];
  if (address) return { TEMPORAL_ADDRESS: address };
  const binary = await findTemporal(folder.file('bin'), say);
  const port = await freePort(7233);
  const uiPort = await freePort(8233);
  const databaseFile = folder.file('temporal.db');
  const logFile = folder.file('logs', 'temporal.log');
  try {
    const temporal = await fleet.add(() =>
      startEmbeddedTemporal({ binary, port, uiPort, databaseFile, logFile }),
    );
    return {
      TEMPORAL_ADDRESS: temporal.address,
      ...(temporal.uiUrl !== undefined && { temporalUiUrl: temporal.uiUrl }),
    };
  } catch (error) {
    throw new StartError(
      `Temporal's file ${databaseFile} can't be opened: restore it from a backup, or move it away to start with an empty one, ` +
        'in both cases together with the files -wal and -shm beside it. ' +
        `(See ${logFile}.)`,
      { cause: error },
    );
  }
}

async function modelAddress({ fleet, folder, variables }: Context): Promise<Partial<Addresses>> {
  if (variables['OPENAI_API_KEY'] || variables['OPENAI_BASE_URL']) return {};
  const port = await freePort();
  const model = await fleet.add(() =>
    startDemoModel({ port, logFile: folder.file('logs', 'demo-model.log') }),
  );
  return {
    OPENAI_BASE_URL: model.baseUrl,
    DEFAULT_MODEL: variables['DEFAULT_MODEL'] || 'demo',
    // A separate name, so that these vectors are never mixed with a real model's in one collection.
    ...(!variables['EMBEDDING_BASE_URL'] && { EMBEDDING_MODEL: variables['EMBEDDING_MODEL'] || 'demo' }),
    // The web app has words for this value in all its languages.
    DEMO_BANNER: variables['DEMO_BANNER'] || 'demo-model',
  };
}
