import { Client, Connection } from '@temporalio/client';
import { TemporalAwayError } from './temporalAway.ts';
import { temporalServer, type TemporalSettings } from './temporalServer.ts';
import { traceCalls } from './tracing/temporalHeaders.ts';
import { whyTemporalIsAway } from './whyTemporalIsAway.ts';

const interceptors = { workflow: [traceCalls] };

/**
 * A client that has reached the server; close its connection. Where none answers, it fails within seconds with a
 * `TemporalAwayError`.
 */
export async function connectTemporal(settings: TemporalSettings): Promise<Client> {
  const server = temporalServer(settings);
  const connection = await Connection.connect({ ...server, connectTimeout: '5 seconds' }).catch(
    async (cause: unknown) => {
      throw new TemporalAwayError(server.address, await whyTemporalIsAway(server), { cause });
    },
  );
  return new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE, interceptors });
}

/** A client that connects on first use, for a process that has to stay alive while the server is away. */
export function lazyTemporal(settings: TemporalSettings): Client {
  const connection = Connection.lazy({ ...temporalServer(settings), connectTimeout: '5 seconds' });
  return new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE, interceptors });
}

/** Where a client's server is, "host:port". */
export function temporalAddress({ connection }: Client): string {
  return connection instanceof Connection ? connection.options.address : 'its address';
}
