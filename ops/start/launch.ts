import { InvalidEnvironmentError, readEnvironment } from '../../platform/environment.ts';
import { withoutBlanks } from '../../platform/variables.ts';
import { BuildError } from '../build.ts';
import { MissingTemporalError } from '../embedded/temporalBinary.ts';
import { type App, startApp } from './app.ts';
import { openDataFolder } from './dataFolder.ts';
import { createFleet, type Fleet, StoppingError } from './fleet.ts';
import { howToUse, modelServersHere } from './modelServersHere.ts';
import { requirePort, workerHealthPort } from './ports.ts';
import { signal } from './processes.ts';
import { startServers } from './servers.ts';
import { sessionSecret } from './sessionSecret.ts';
import { StartError } from './startError.ts';

/** Prints a line to the terminal. */
export const say = (line: string): void => console.log(`[colloquy] ${line}`);

/** Errors whose message is all that people need. */
const EXPECTED = [StartError, BuildError, MissingTemporalError, InvalidEnvironmentError];

export interface Launch {
  mode: 'production' | 'development';
  variables: Record<string, string | undefined>;
  /** Builds what the processes run; servers start in the meantime. */
  build: (say: (line: string) => void) => Promise<void>;
}

/** Everything that runs on one machine. */
export interface Installation {
  fleet: Fleet;
  app: App;
  databaseUrl: string;
}

/**
 * Starts everything for `npm start` and `npm run dev`, and stops it on Ctrl-C, on SIGTERM and when the launcher's
 * parent is gone. Returns null if the start failed; the reason has been printed.
 */
export async function launch(options: Launch): Promise<Installation | null> {
  try {
    return await bringUp(options);
  } catch (error) {
    // Stopped during the start: stopOnRequest ends the process.
    if (error instanceof StoppingError) return null;
    if (EXPECTED.some((kind) => error instanceof kind)) {
      console.error(`[colloquy] ${(error as Error).message}`);
    } else {
      console.error(error);
    }
    process.exit(1);
  }
}

async function bringUp({ mode, variables: given, build }: Launch): Promise<Installation> {
  const variables = withoutBlanks(given);
  const host = variables['HOST'] || '127.0.0.1';
  const port = Number(variables['PORT'] || 3000);
  const appUrl = variables['APP_URL'] || `http://${host}:${port}`;
  // Checked before anything starts; values that the start will fill in have placeholders.
  readEnvironment({ ...variables, DATABASE_URL: variables['DATABASE_URL'] || 'postgresql://embedded' });
  const folder = await openDataFolder(variables['COLLOQUY_DATA'] || '.colloquy', say);

  let addresses: { DATABASE_URL?: string; TEMPORAL_ADDRESS?: string } = {};
  const fleet = createFleet({
    say,
    onChange: () =>
      folder.note({
        children: fleet.pids(),
        appUrl,
        databaseUrl: addresses.DATABASE_URL,
        temporalAddress: addresses.TEMPORAL_ADDRESS,
      }),
  });
  stopOnRequest(
    async () => {
      await fleet.stop();
      folder.release();
    },
    () => fleet.pids().forEach((pid) => signal(pid, 'SIGKILL')),
  );

  try {
    // After opening the folder: whatever a killed start left on the port has been ended by then.
    await requirePort(port, host);
    const [{ temporalUiUrl, ...servers }] = await Promise.all([
      startServers({ fleet, folder, variables, say }),
      build(say),
    ]);
    addresses = servers;
    const env = {
      NODE_ENV: mode,
      HOST: host,
      PORT: String(port),
      APP_URL: appUrl,
      WORKER_HEALTH_PORT: await workerHealthPort(variables),
      SESSION_SECRET: variables['SESSION_SECRET'] || sessionSecret(folder.file('session-secret')),
      // Allowed on one's own machine: anyone who may create teams here can already reach and start anything on it.
      ALLOW_PRIVATE_NETWORK: variables['ALLOW_PRIVATE_NETWORK'] || String(isLoopback(host)),
      MCP_STDIO_COMMANDS: variables['MCP_STDIO_COMMANDS'] || (isLoopback(host) ? '*' : ''),
      // The server listens only on this machine, so nobody else could follow a link to it.
      TEMPORAL_UI_URL: variables['TEMPORAL_UI_URL'] || (isLoopback(host) ? temporalUiUrl : undefined) || '',
      ...servers,
    };
    // Imported only now: it needs the Prisma client, which the build above may just have generated.
    const { prepareDatabase } = await import('./prepareDatabase.ts');
    const ownerLink = await prepareDatabase(servers.DATABASE_URL, appUrl, variables, say);
    const { keepLocalToken } = await import('./localToken.ts');
    await keepLocalToken(servers.DATABASE_URL, folder.file('api-token'));
    const app = await startApp(fleet, folder, env);

    say(`Colloquy is at ${appUrl}`);
    if (ownerLink !== undefined) say(`Become its owner (once, within 24 hours): ${ownerLink}`);
    if (temporalUiUrl !== undefined) say(`Temporal's own UI is at ${temporalUiUrl}`);
    if (servers.DEMO_BANNER !== undefined) {
      say('The model is a demo. Set OPENAI_API_KEY or OPENAI_BASE_URL for a real one.');
      for (const server of await modelServersHere()) say(howToUse(server));
    }
    say(`Data and logs are in ${folder.path}. Ctrl-C stops everything.`);
    return { fleet, app, databaseUrl: servers.DATABASE_URL };
  } catch (error) {
    await fleet.stop();
    folder.release();
    throw error;
  }
}

/** Two signals within this time count as one: npm and the terminal both pass on a Ctrl-C. */
const SAME_REQUEST_MS = 1_000;

/** Stops on Ctrl-C, on SIGTERM, and when start.mjs is gone; another Ctrl-C kills everything immediately. */
function stopOnRequest(stop: () => Promise<void>, kill: () => void): void {
  let askedAt: number | undefined;
  const onRequest = (by?: NodeJS.Signals): void => {
    if (askedAt !== undefined) {
      if (by !== 'SIGINT' || Date.now() - askedAt < SAME_REQUEST_MS) return;
      kill();
      process.exit(130);
    }
    askedAt = Date.now();
    say('Stopping …');
    stop().then(
      () => {
        say('Stopped; your data is saved.');
        process.exit(0);
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onRequest);
  process.on('SIGTERM', onRequest);
  process.on('disconnect', () => onRequest());
}

/** Whether only this machine can reach a listener on the host. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
