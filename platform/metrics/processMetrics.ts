import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import packageJson from '../../package.json' with { type: 'json' };
import { metricsRegistry } from './registry.ts';

/** Measures what every process has: memory, processor, event loop, garbage collection, its pool. Once a process. */
export function measureProcess(options: { process: string; commit: string | undefined; pool: Pool }): void {
  const { pool } = options;
  metricsRegistry.setDefaultLabels({ process: options.process });
  collectDefaultMetrics({ register: metricsRegistry });
  new Gauge({
    name: 'colloquy_build_info',
    help: 'Always 1; its labels say which version and commit is running.',
    labelNames: ['version', 'commit'],
    registers: [metricsRegistry],
  }).set({ version: packageJson.version, commit: options.commit ?? '' }, 1);
  new Gauge({
    name: 'colloquy_database_connections',
    help: 'Connections of this process to the database, by what they are doing.',
    labelNames: ['state'],
    registers: [metricsRegistry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
    },
  });
  new Gauge({
    name: 'colloquy_database_waiting',
    help: 'Statements of this process that wait for a connection to the database.',
    registers: [metricsRegistry],
    collect() {
      this.set(pool.waitingCount);
    },
  });
}
