import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** It is asked on this machine; Prometheus waits ten seconds for the whole. */
const TIMEOUT_MS = 3_000;

/** A free address of this machine, which the SDK's core serves its metrics at: it takes one, and tells none. */
export async function freeMetricsAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `127.0.0.1:${String(port)}`;
}

/** The metrics of the SDK's core, as text for Prometheus: polls, slots, latencies. Fails where it does not answer. */
export async function readTemporalMetrics(address: string): Promise<string> {
  const response = await fetch(`http://${address}/metrics`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The SDK's metrics are answered with ${String(response.status)}`);
  return response.text();
}
