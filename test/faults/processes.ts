import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import type { Service } from '../../ops/embedded/service.ts';
import type { EmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { forgetProcess, noteProcess } from '../support/leftovers.ts';

/** Registers a process that is being started, so that it is ended with the tests. */
export async function noted<T extends Service>(starting: Promise<T>): Promise<T> {
  const service = await starting;
  noteProcess(service.pid);
  return service;
}

/** Ends a process as `kill -9` does. */
export async function kill(service: Service): Promise<void> {
  process.kill(service.pid, 'SIGKILL');
  await service.exited;
  forgetProcess(service.pid);
}

export function reach(server: EmbeddedTemporal): Promise<Client> {
  return connectTemporal({ TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: 'default' });
}

export function migrate(url: string): void {
  const script = fileURLToPath(new URL('../../ops/migrate.ts', import.meta.url));
  execFileSync(process.execPath, ['--no-warnings', script], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
