import { createServer } from 'node:net';
import { freePort } from '../embedded/network.ts';
import { StartError } from './startError.ts';

/** Fails, saying what to do, if the port can't be listened on. */
export async function requirePort(port: number, host: string): Promise<void> {
  const problem = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (problem === undefined) return;
  const reason = problem === 'EADDRINUSE' ? 'is in use' : `can't be used (${problem})`;
  throw new StartError(
    `Port ${port} on ${host} ${reason}: stop the process that uses it, or set another PORT or HOST.`,
  );
}

/** The worker's health port: the one in the environment, otherwise 3001 or any free one. */
export async function workerHealthPort(variables: Record<string, string | undefined>): Promise<string> {
  return variables['WORKER_HEALTH_PORT'] || String(await freePort(3001));
}
