import { Client, Connection } from '@temporalio/client';
import { TemporalAwayError } from './temporalAway.ts';
import { type TemporalServer, temporalServer, type TemporalSettings } from './temporalServer.ts';
import { traceCalls } from './tracing/temporalHeaders.ts';
import { silenceOf, whyTemporalIsAway } from './whyTemporalIsAway.ts';

const interceptors = { workflow: [traceCalls] };

/** How long a server has to answer; one that takes connections may be busy, or this machine, and is given more. */
const CONNECT_TIMEOUT_MS = 5_000;
const BUSY_TIMEOUT_MS = 15_000;

/**
 * A client that has reached the server; close its connection. Where none answers, it fails within seconds with a
 * `TemporalAwayError` that says why.
 */
export async function connectTemporal(settings: TemporalSettings): Promise<Client> {
  const server = temporalServer(settings);
  const connection = await connect(server, CONNECT_TIMEOUT_MS).catch(async (cause: unknown) => {
    const reason = await whyTemporalIsAway(server);
    if (reason !== null) throw new TemporalAwayError(server.address, reason, { cause });
    return connect(server, BUSY_TIMEOUT_MS).catch((again: unknown) => {
      throw new TemporalAwayError(server.address, silenceOf(server), { cause: again });
    });
  });
  return new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE, interceptors });
}

function connect(server: TemporalServer, connectTimeout: number): Promise<Connection> {
  return Connection.connect({ ...server, connectTimeout });
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
