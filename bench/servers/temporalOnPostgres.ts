import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, isListening, waitUntil } from '../../ops/embedded/network.ts';
import { startService } from '../../ops/embedded/service.ts';
import { ensureKeywordAttributes } from '../../platform/searchAttributes.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { searchAttributeNames } from '../../workflows/contracts/names.ts';
import type { BenchTemporal } from './temporalServer.ts';

/** The server as it is deployed, built with Go once: there is no package of it that a script could fetch. */
const VERSION = 'v1.32.1';
const SHARDS = 4;
/** A new namespace is known to all parts of a server some seconds later. */
const NAMESPACE_TIMEOUT_MS = 60_000;

/** Starts a Temporal server whose histories stand on a PostgreSQL server, in two databases of its own. */
export async function startTemporalOnPostgres(where: {
  folder: string;
  databaseUrl: string;
}): Promise<BenchTemporal> {
  const { server, sql } = findBinaries();
  const suffix = randomUUID().replaceAll('-', '');
  const names = { temporal: `temporal_${suffix}`, visibility: `visibility_${suffix}` };
  for (const [schema, name] of Object.entries(names)) {
    setUpSchema(sql, where.databaseUrl, name, `postgresql/v12/${schema}`);
  }
  const port = await freePort();
  const config = await writeConfig(where, names, port);
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
    stop: async () => {
      await service.stop();
      for (const name of Object.values(names))
        await execute(where.databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** The server and its schema tool: what `go install` has left, else built now. */
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

/** Writes the server's configuration: all its services in one process, reading their queues as the dev server does. */
async function writeConfig(
  { folder, databaseUrl }: { folder: string; databaseUrl: string },
  names: { temporal: string; visibility: string },
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
    rpc: { grpcPort, membershipPort: await freePort(), bindOnLocalHost: true },
  });
  const address = `127.0.0.1:${String(port)}`;
  const root = join(folder, 'temporal-postgresql');
  mkdirSync(join(root, 'config'), { recursive: true });
  // YAML takes JSON as it is.
  const config = {
    log: { stdout: true, level: 'error' },
    persistence: {
      numHistoryShards: SHARDS,
      defaultStore: 'default',
      visibilityStore: 'visibility',
      datastores: { default: store(names.temporal), visibility: store(names.visibility) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: await service(port),
      matching: await service(await freePort()),
      history: await service(await freePort()),
      worker: await service(await freePort()),
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
  const temporal = await connectTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'default' });
  const waiting = { what: 'The namespace', timeoutMs: NAMESPACE_TIMEOUT_MS };
  const succeeds = (work: () => Promise<unknown>) => () =>
    work().then(
      () => true,
      () => false,
    );
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

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
