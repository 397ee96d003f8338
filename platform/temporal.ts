import { Client, Connection } from '@temporalio/client';
import { TemporalAwayError } from './temporalAway.ts';

export interface TemporalSettings {
  TEMPORAL_ADDRESS: string;
  TEMPORAL_NAMESPACE: string;
}

/**
 * A client that has reached the server; close its connection. Where none answers, it fails within seconds with a
 * `TemporalAwayError`.
 */
export async function connectTemporal(settings: TemporalSettings): Promise<Client> {
  const address = settings.TEMPORAL_ADDRESS;
  const connection = await Connection.connect({ address, connectTimeout: '5 seconds' }).catch(
    (cause: unknown) => {
      throw new TemporalAwayError(address, cause instanceof Error ? cause.message : 'no reason given', {
        cause,
      });
    },
  );
  return new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
}

/** A client that connects on first use, for a process that has to live while the server is away. */
export function lazyTemporal(settings: TemporalSettings): Client {
  const connection = Connection.lazy({ address: settings.TEMPORAL_ADDRESS, connectTimeout: '5 seconds' });
  return new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
}

/** Where a client's server is, "host:port". */
export function temporalAddress({ connection }: Client): string {
  return connection instanceof Connection ? connection.options.address : 'its address';
}
