import { execFileSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import { freePort, isListening, waitUntil } from '../../ops/embedded/network.ts';
import { startService } from '../../ops/embedded/service.ts';
import { ensureKeywordAttributes } from '../../platform/searchAttributes.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { searchAttributeNames } from '../../workflows/contracts/names.ts';

/** The server as people deploy it, built once with Go: there is no package of it that a script could download. */
const VERSION = 'v1.32.1';
const SHARDS = 4;
/**
 * Visibility needs an extension that not every PostgreSQL has; where workflow lists are stored does not affect what a
 * turn costs.
 */
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
/** It takes some seconds until all parts of a server know a new namespace. */
const NAMESPACE_TIMEOUT_MS = 60_000;

/** A Temporal server that a benchmark has started. */
export interface BenchTemporal {
  address: string;
  pid: number;
  stop: () => Promise<void>;
}

/** Starts a Temporal server that stores its histories on a PostgreSQL server, in two databases of its own. */
export async function startTemporalOnPostgres(where: {
  folder: string;
  databaseUrl: string;
}): Promise<BenchTemporal> {
  const { server, sql } = findBinaries();
  const suffix = randomUUID().replaceAll('-', '');
  const names = { temporal: `temporal_${suffix}`, visibility: `visibility_${suffix}` };
  const hasVisibility = await hasExtension(where.databaseUrl, 'btree_gin');
  setUpSchema(sql, where.databaseUrl, names.temporal, 'postgresql/v12/temporal');
  if (hasVisibility) setUpSchema(sql, where.databaseUrl, names.visibility, 'postgresql/v12/visibility');
  const port = await lowPort();
  const config = await writeConfig(
    where,
    { ...names, visibility: hasVisibility ? names.visibility : null },
    port,
  );
  const service = await startService({
    name: 'The Temporal server on PostgreSQL',
    command: server,
    args: ['--root', config, '--config', 'config', '--env', 'bench', 'start'],
    logFile: join(where.folder, 'temporal-postgresql.log'),
    isReady: () => isListening(port),
  });
  const address = `127.0.0.1:${String(port)}`;
  await registerNamespace(address);
  return {
    address,
    pid: service.pid,
    stop: async () => {
      await service.stop();
      for (const name of Object.values(names))
        await execute(where.databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** The server stores ports as signed 16-bit numbers. */
const HIGHEST_PORT = 32_767;
const LOWEST_PORT = 12_000;

async function lowPort(): Promise<number> {
  for (;;) {
    const port = await freePort(randomInt(LOWEST_PORT, HIGHEST_PORT));
    if (port <= HIGHEST_PORT) return port;
  }
}

/** The server and its schema tool, as installed earlier by `go install` or built now. */
function findBinaries(): { server: string; sql: string } {
  const folder = process.env['GOBIN'] ?? join(homedir(), 'go', 'bin');
  const binaries = { server: join(folder, 'server'), sql: join(folder, 'sql') };
  if (Object.values(binaries).every((path) => existsSync(path))) return binaries;
  console.error(`Building Temporal ${VERSION} with Go: some minutes, once …`);
  const commands = ['server', 'tools/sql'].map((path) => `go.temporal.io/server/cmd/${path}@${VERSION}`);
  for (const command of commands) {
    execFileSync('go', ['install', command], {
      env: { ...process.env, GOBIN: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return binaries;
}

function setUpSchema(tool: string, databaseUrl: string, name: string, schema: string): void {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const common = ['--plugin', 'postgres12', '--ep', hostname, '--port', port || '5432', '--user', username];
  const run = (...args: string[]) =>
    execFileSync(tool, [...common, '--password', decodeURIComponent(password), '--db', name, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  run('create-database');
  run('setup-schema', '--version', '0.0');
  run('update-schema', '--schema-name', schema);
}

/**
 * Writes the server's configuration: all its services in one process, which read their queues as often as the dev
 * server does.
 */
async function writeConfig(
  { folder, databaseUrl }: { folder: string; databaseUrl: string },
  names: { temporal: string; visibility: string | null },
  port: number,
): Promise<string> {
  const { hostname, port: databasePort, username, password } = new URL(databaseUrl);
  const store = (databaseName: string) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `${hostname}:${databasePort || '5432'}`,
      connectProtocol: 'tcp',
      user: username,
      password: decodeURIComponent(password),
      maxConns: 20,
      maxIdleConns: 20,
      maxConnLifetime: '1h',
    },
  });
  const service = async (grpcPort: number) => ({
    rpc: { grpcPort, membershipPort: await lowPort(), bindOnLocalHost: true },
  });
  const address = `127.0.0.1:${String(port)}`;
  const root = join(folder, 'temporal-postgresql');
  mkdirSync(join(root, 'config'), { recursive: true });
  // YAML accepts JSON as it is.
  const config = {
    log: { stdout: true, level: 'error' },
    persistence: {
      numHistoryShards: SHARDS,
      defaultStore: 'default',
      visibilityStore: 'visibility',
      datastores: {
        default: store(names.temporal),
        visibility: names.visibility === null ? VISIBILITY_IN_MEMORY : store(names.visibility),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: await service(port),
      matching: await service(await lowPort()),
      history: await service(await lowPort()),
      worker: await service(await lowPort()),
    },
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
  };
  writeFileSync(join(root, 'config', 'bench.yaml'), JSON.stringify(config));
  return root;
}

async function registerNamespace(address: string): Promise<void> {
  const waiting = { what: 'The namespace', timeoutMs: NAMESPACE_TIMEOUT_MS };
  let connected: Client | null = null;
  const connect = async () => {
    connected = await connectTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'default' });
    return connected;
  };
  const succeeds = (work: () => Promise<unknown>) => () =>
    work().then(
      () => true,
      () => false,
    );
  await waitUntil(succeeds(connect), waiting);
  const temporal = connected ?? (await connect());
  await waitUntil(
    succeeds(() =>
      temporal.workflowService.registerNamespace({
        namespace: 'default',
        workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
      }),
    ),
    waiting,
  );
  await waitUntil(
    succeeds(() => ensureKeywordAttributes(temporal, 'default', Object.values(searchAttributeNames))),
    waiting,
  );
  await waitUntil(
    succeeds(() =>
      temporal.workflowService.listWorkflowExecutions({
        namespace: 'default',
        query: `${searchAttributeNames.state} = 'running'`,
      }),
    ),
    waiting,
  );
  await temporal.connection.close();
}

async function hasExtension(url: string, name: string): Promise<boolean> {
  return (await execute(url, `SELECT FROM pg_available_extensions WHERE name = '${name}'`)) > 0;
}

/** Runs a statement; returns the number of rows that it returned. */
async function execute(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql);
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
