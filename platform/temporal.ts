import { Client, Connection } from '@temporalio/client';

export interface TemporalSettings {
  TEMPORAL_ADDRESS: string;
  TEMPORAL_NAMESPACE: string;
}

/** A client that has reached the server; close its connection. Fails within seconds where none answers. */
export async function connectTemporal(settings: TemporalSettings): Promise<Client> {
  const connection = await Connection.connect({
    address: settings.TEMPORAL_ADDRESS,
    connectTimeout: '5 seconds',
  });
  return new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
}

/** A client that connects on first use, for a process that has to live while the server is away. */
export function lazyTemporal(settings: TemporalSettings): Client {
  const connection = Connection.lazy({ address: settings.TEMPORAL_ADDRESS, connectTimeout: '5 seconds' });
  return new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
}
