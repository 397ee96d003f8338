import { useEffect, useRef, useState } from 'react';

export type Connection = 'connecting' | 'open' | 'reconnecting' | 'expired';

export interface EventSourceOptions<Events> {
  /** Identifies the stream: another key means another stream; null means none. */
  streamKey: string | null;
  /** Returns the address to connect to; called for each connection. */
  url: () => string;
  names: readonly (keyof Events & string)[];
  onEvent: <Name extends keyof Events & string>(name: Name, data: Events[Name]) => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Listens to a stream while the component is mounted. After a break, the browser reconnects by itself with the id
 * of the last event. If it gives up (on an error page instead of a stream), this reconnects with increasing
 * delays.
 */
export function useEventSource<Events extends { expired: unknown }>(
  options: EventSourceOptions<Events>,
): Connection {
  const [connection, setConnection] = useState<Connection>('connecting');
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { streamKey } = options;

  useEffect(() => {
    if (streamKey === null) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = FIRST_PAUSE_MS;
    let ended = false;

    const connect = () => {
      const { url, names } = latest.current;
      if (ended) return;
      const current = new EventSource(url());
      source = current;
      current.onopen = () => {
        pauseMs = FIRST_PAUSE_MS;
        setConnection('open');
      };
      current.onerror = () => {
        setConnection('reconnecting');
        if (current.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(connect, pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      };
      for (const name of names) {
        current.addEventListener(name, (event: MessageEvent<string>) => {
          if (name === 'expired') {
            ended = true;
            current.close();
            setConnection('expired');
            return;
          }
          latest.current.onEvent(name, JSON.parse(event.data) as Events[typeof name]);
        });
      }
    };

    connect();
    return () => {
      ended = true;
      clearTimeout(timer);
      source?.close();
    };
  }, [streamKey]);

  return connection;
}
