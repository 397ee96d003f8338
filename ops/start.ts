import { InvalidEnvironmentError, readEnvironment } from '../platform/environment.ts';
import { BuildError, buildStale } from './build.ts';
import { MissingTemporalError } from './embedded/temporalBinary.ts';
import { startApp } from './start/app.ts';
import { openDataFolder } from './start/dataFolder.ts';
import { createFleet, StoppingError } from './start/fleet.ts';
import { requirePort, workerHealthPort } from './start/ports.ts';
import { startServers } from './start/servers.ts';
import { signal } from './start/processes.ts';
import { sessionSecret } from './start/sessionSecret.ts';
import { StartError } from './start/startError.ts';

// Everything on one machine: the second half of `npm start` (see start.mjs).

const say = (line: string): void => console.log(`[colloquy] ${line}`);

/** Those whose message is all that one needs to know. */
const EXPECTED = [StartError, BuildError, MissingTemporalError, InvalidEnvironmentError];

async function start(variables: Record<string, string | undefined>): Promise<void> {
  const host = variables['HOST'] || '127.0.0.1';
  const port = Number(variables['PORT'] || 3000);
  const appUrl = variables['APP_URL'] || `http://${host}:${port}`;
  // Before anything starts; what the start itself will fill in stands for it.
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
    // After the folder: what a killed start left on the port has been ended by then.
    await requirePort(port, host);
    const [{ temporalUiUrl, ...servers }] = await Promise.all([
      startServers({ fleet, folder, variables, say }),
      buildStale(say),
    ]);
    addresses = servers;
    const env = {
      NODE_ENV: 'production',
      HOST: host,
      PORT: String(port),
      APP_URL: appUrl,
      WORKER_HEALTH_PORT: await workerHealthPort(variables),
      SESSION_SECRET: variables['SESSION_SECRET'] || sessionSecret(folder.file('session-secret')),
      // One's own machine: whoever may make teams here may reach and start what they like on it anyway.
      ALLOW_PRIVATE_NETWORK: variables['ALLOW_PRIVATE_NETWORK'] || String(isLoopback(host)),
      MCP_STDIO_COMMANDS: variables['MCP_STDIO_COMMANDS'] || (isLoopback(host) ? '*' : ''),
      ...servers,
    };
    // Only now: it imports the Prisma client, which the build above may just have made.
    const { prepareDatabase } = await import('./start/prepareDatabase.ts');
    const ownerLink = await prepareDatabase(servers.DATABASE_URL, appUrl, say);
    const { keepLocalToken } = await import('./start/localToken.ts');
    await keepLocalToken(servers.DATABASE_URL, folder.file('api-token'));
    await startApp(fleet, folder, env);

    say(`Colloquy is at ${appUrl}`);
    if (ownerLink !== undefined) say(`Become its owner (once, within 24 hours): ${ownerLink}`);
    if (temporalUiUrl !== undefined) say(`Temporal's own UI is at ${temporalUiUrl}`);
    if (servers.DEMO_BANNER !== undefined)
      say('The model is a demo. Set OPENAI_API_KEY or OPENAI_BASE_URL for a real one.');
    say(`Data and logs are in ${folder.path}. Ctrl-C stops everything.`);
  } catch (error) {
    await fleet.stop();
    folder.release();
    throw error;
  }
}

/** Two signals nearer than this are one: npm and the terminal both pass on a Ctrl-C. */
const SAME_REQUEST_MS = 1_000;

/** Stops on Ctrl-C, on SIGTERM, and when start.mjs is gone; another Ctrl-C ends everything at once. */
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
        say('Stopped; your data is whole.');
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

/** Whether only this machine reaches what listens there. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

try {
  await start(process.env);
} catch (error) {
  if (error instanceof StoppingError) {
    // Asked to stop in the middle of starting: stopOnRequest ends the process.
  } else if (EXPECTED.some((kind) => error instanceof kind)) {
    console.error(`[colloquy] ${(error as Error).message}`);
    process.exit(1);
  } else {
    console.error(error);
    process.exit(1);
  }
}
