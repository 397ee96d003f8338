import { randomInt } from 'node:crypto';
import { freePort } from '../embedded/network.ts';

/** Where a Temporal server keeps its data. */
export interface TemporalDatabases {
  /** Its histories, tasks and timers. */
  temporalUrl: string;
  /** The lists of workflows; null: in memory, which a restart empties. */
  visibilityUrl: string | null;
}

/** As many as the images of Temporal have. A database that has others keeps them. */
const SHARDS = 4;

const VISIBILITY_IN_MEMORY = {
  sql: {
    pluginName: 'sqlite',
    databaseName: 'visibility',
    connectAddr: 'localhost',
    connectProtocol: 'tcp',
    connectAttributes: { mode: 'memory', cache: 'private' },
    maxConns: 1,
    maxIdleConns: 1,
    maxConnLifetime: '1h',
  },
};

/** All services of a server in one process, on ports of their own of this machine. */
export async function serverConfig(
  { temporalUrl, visibilityUrl }: TemporalDatabases,
  { port, dynamicConfigFile }: { port: number; dynamicConfigFile: string },
): Promise<object> {
  const service = async (grpcPort: number) => ({
    rpc: { grpcPort, membershipPort: await lowPort(), bindOnLocalHost: true },
  });
  const address = `127.0.0.1:${String(port)}`;
  return {
    log: { stdout: true, level: 'error' },
    persistence: {
      numHistoryShards: SHARDS,
      defaultStore: 'default',
      visibilityStore: 'visibility',
      datastores: {
        default: store(temporalUrl),
        visibility: visibilityUrl === null ? VISIBILITY_IN_MEMORY : store(visibilityUrl),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: await service(port),
      matching: await service(await lowPort()),
      history: await service(await lowPort()),
      worker: await service(await lowPort()),
    },
    // Its name stands in the database; the images of Temporal use this one too.
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: address },
    archival: {
      history: { state: 'disabled', enableRead: false },
      visibility: { state: 'disabled', enableRead: false },
    },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '60s' },
  };
}

function store(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    sql: {
      pluginName: 'postgres12',
      databaseName: decodeURIComponent(pathname.slice(1)),
      connectAddr: `${hostname}:${port || '5432'}`,
      connectProtocol: 'tcp',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      maxConns: 20,
      maxIdleConns: 20,
      maxConnLifetime: '1h',
    },
  };
}

/** The server stores ports as signed 16-bit numbers. */
const HIGHEST_PORT = 32_767;
const LOWEST_PORT = 12_000;

/** A free port that a Temporal server can have. */
export async function lowPort(): Promise<number> {
  for (;;) {
    const port = await freePort(randomInt(LOWEST_PORT, HIGHEST_PORT));
    if (port <= HIGHEST_PORT) return port;
  }
}
