import { Connection } from '@temporalio/client';
import { searchAttributeNames } from '../../workflows/contracts/names.ts';
import { freePort } from './network.ts';
import type { Service } from './service.ts';
import { startService } from './service.ts';

/** A Temporal dev server that any client reaches at `address`. */
export interface EmbeddedTemporal extends Service {
  address: string;
  /** The address of its own UI; undefined without one. */
  uiUrl?: string;
}

export interface EmbeddedTemporalOptions {
  /** The Temporal CLI (see findTemporal). */
  binary: string;
  /** The file of the histories; without it they end with the process. */
  databaseFile?: string;
  /** Any free port by default. */
  port?: number;
  /** The port of Temporal's own UI; without it there is none. */
  uiPort?: number;
  /** The server's own settings, such as `limit.historyCount.suggestContinueAsNew`. */
  dynamicConfig?: Record<string, number>;
  logFile: string;
}

/**
 * The dev server has one shard, whose queues read new tasks at most twenty times a second by default. A turn,
 * which is two tasks, would then take at least a tenth of a second.
 */
const QUEUE_READS_PER_SECOND = 2_000;

const DEFAULT_CONFIG = {
  'history.transferProcessorMaxPollRPS': QUEUE_READS_PER_SECOND,
  'history.timerProcessorMaxPollRPS': QUEUE_READS_PER_SECOND,
};

/**
 * How the dev server's file is written. Every commit goes into a log beside the file (`-wal`) without waiting for
 * the disk, which more than halves the time of a turn. A killed process loses nothing. A power cut can lose the
 * commits of the last seconds but never damages the file; the reconciler then resolves the differences from our
 * rows.
 */
const FILE_PRAGMAS = ['journal_mode=wal', 'synchronous=1'];

/** Starts a Temporal dev server with Colloquy's search attributes. */
export async function startEmbeddedTemporal(options: EmbeddedTemporalOptions): Promise<EmbeddedTemporal> {
  const port = options.port ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  const service = await startService({
    name: 'The Temporal dev server',
    command: options.binary,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
      ...(options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)]),
      ...(options.databaseFile === undefined
        ? []
        : [
            '--db-filename',
            options.databaseFile,
            ...FILE_PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]),
          ]),
      ...Object.values(searchAttributeNames).flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
      ...Object.entries({ ...DEFAULT_CONFIG, ...options.dynamicConfig }).flatMap(([key, value]) => [
        '--dynamic-config-value',
        `${key}=${value}`,
      ]),
      ...['--log-format', 'json', '--log-level', 'warn'],
    ],
    logFile: options.logFile,
    isReady: () => servesNamespace(address, 'default'),
  });
  return {
    ...service,
    address,
    ...(options.uiPort !== undefined && { uiUrl: `http://127.0.0.1:${options.uiPort}` }),
  };
}

async function servesNamespace(address: string, namespace: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '1 second' });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}
