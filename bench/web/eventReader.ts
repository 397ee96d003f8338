import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';

/** A browser's event source without the browser: a connection of its own that is opened again when it ends. */
export interface EventReader {
  /** How often it has been connected. */
  connected: () => number;
  /** The newest revision that it was told. */
  revision: () => number;
  /** Breaks the connection off, as a network does. */
  breakOff: () => void;
  close: () => void;
}

/** What browsers wait for when nothing else was said. */
const DEFAULT_RETRY_MS = 3_000;

export function readEvents(url: string, cookie: string): EventReader {
  let connections = 0;
  let lastId: string | undefined;
  let retryMs = DEFAULT_RETRY_MS;
  let closed = false;
  let breakOff = () => undefined as void;

  const parser = createParser({
    onEvent: ({ id }) => void (lastId = id ?? lastId),
    onRetry: (ms) => void (retryMs = ms),
  });

  async function connect(): Promise<void> {
    while (!closed) {
      await new Promise<void>((ended) => {
        const headers = { cookie, accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) };
        const request = get(url, { headers, agent: false }, (response) => {
          if (response.statusCode !== 200) throw new Error(`${url}: ${String(response.statusCode)}`);
          connections += 1;
          parser.reset();
          response.setEncoding('utf8').on('data', (text: string) => parser.feed(text));
          response.on('close', ended);
        });
        request.on('error', () => ended());
        breakOff = () => void request.destroy();
      });
      if (!closed) await sleep(retryMs);
    }
  }
  void connect();
  return {
    connected: () => connections,
    revision: () => Number(lastId ?? 0),
    breakOff: () => breakOff(),
    close: () => {
      closed = true;
      breakOff();
    },
  };
}
