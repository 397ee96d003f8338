import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { ensureKeywordAttributes } from '../../platform/searchAttributes.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { searchAttributeNames } from '../../workflows/contracts/names.ts';
import { isListening, waitUntil } from '../embedded/network.ts';
import { type Service, startService } from '../embedded/service.ts';
import type { TemporalPrograms } from './programs.ts';
import { lowPort, serverConfig, type TemporalDatabases } from './serverConfig.ts';

/** A Temporal server on PostgreSQL that any client on this machine reaches at `address`. */
export interface TemporalOnPostgres extends Service {
  address: string;
}

/** Workflows that have ended are kept for a day. */
const RETENTION_SECONDS = 86_400;
/** Its services end one after the other, in some ten seconds. */
const STOP_GRACE_MS = 40_000;
/** It takes some seconds until all parts of a server know a new namespace. */
const NAMESPACE_TIMEOUT_MS = 120_000;

/**
 * Starts a Temporal server on databases that have its tables (`createTemporalDatabases`, or a restored backup), and resolves
 * when its namespace and Colloquy's search attributes are there and lists of workflows can be read.
 */
export async function startTemporalOnPostgres({
  programs,
  databases,
  folder,
  logFile,
  port: wanted,
  namespace = 'default',
  dynamicConfig = {},
}: {
  programs: TemporalPrograms;
  databases: TemporalDatabases;
  /** Where its configuration is written. */
  folder: string;
  logFile: string;
  port?: number;
  /** Made if it is not there. */
  namespace?: string;
  /** The server's own settings, such as `limit.historyCount.suggestContinueAsNew`. */
  dynamicConfig?: Record<string, number>;
}): Promise<TemporalOnPostgres> {
  const port = wanted ?? (await lowPort());
  const address = `127.0.0.1:${String(port)}`;
  const root = join(folder, 'temporal-on-postgresql');
  mkdirSync(join(root, 'config'), { recursive: true });
  const dynamicConfigFile = join(root, 'dynamic.yaml');
  // YAML accepts JSON as it is. The configuration has the database's password.
  const write = (file: string, value: object) => writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
  write(
    dynamicConfigFile,
    Object.fromEntries(Object.entries(dynamicConfig).map(([key, value]) => [key, [{ value }]])),
  );
  write(join(root, 'config', 'colloquy.yaml'), await serverConfig(databases, { port, dynamicConfigFile }));
  const service = await startService({
    name: 'The Temporal server on PostgreSQL',
    command: programs.server,
    args: ['--root', root, '--config', 'config', '--env', 'colloquy', '--allow-no-auth', 'start'],
    logFile,
    isReady: () => isListening(port),
  });
  try {
    await prepareNamespace(address, namespace);
  } catch (error) {
    await service.stop();
    throw error;
  }
  return { ...service, address, stop: (graceMs = STOP_GRACE_MS) => service.stop(graceMs) };
}

async function prepareNamespace(address: string, namespace: string): Promise<void> {
  const temporal = await reach(address, namespace);
  try {
    await waitUntilItSucceeds('The namespace', () => ensureNamespace(temporal, namespace));
    await waitUntilItSucceeds('Search attributes', () =>
      ensureKeywordAttributes(temporal, namespace, Object.values(searchAttributeNames)),
    );
    await waitUntilItSucceeds('The list of workflows', () =>
      temporal.workflowService.listWorkflowExecutions({
        namespace,
        query: `${searchAttributeNames.state} = 'running'`,
      }),
    );
  } finally {
    await temporal.connection.close();
  }
}

async function reach(address: string, namespace: string): Promise<Client> {
  const found: Client[] = [];
  await waitUntilItSucceeds('The Temporal server on PostgreSQL', async () => {
    found.push(await connectTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace }));
  });
  const [client] = found;
  if (client === undefined) throw new Error('The Temporal server on PostgreSQL was not reached.');
  return client;
}

/** A restored database has it. */
async function ensureNamespace({ workflowService }: Client, namespace: string): Promise<void> {
  const { namespaces } = await workflowService.listNamespaces({});
  if (!namespaces?.some(({ namespaceInfo }) => namespaceInfo?.name === namespace)) {
    await workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as never },
    });
  }
  await workflowService.describeNamespace({ namespace });
}

/** Rejects with the last error after NAMESPACE_TIMEOUT_MS. */
async function waitUntilItSucceeds(what: string, work: () => Promise<unknown>): Promise<void> {
  let last: unknown;
  const isDone = () =>
    work().then(
      () => true,
      (error: unknown) => {
        last = error;
        return false;
      },
    );
  try {
    await waitUntil(isDone, { what, timeoutMs: NAMESPACE_TIMEOUT_MS });
  } catch (error) {
    throw last === undefined ? error : new Error(`${what} did not come to be.`, { cause: last });
  }
}
