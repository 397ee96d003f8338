import { encodeEvent, encodeRetry, HEARTBEAT } from './encodeEvent.ts';

export interface EventStreamOptions<Events> {
  /** Aborts when the reader has gone, as far as the server notices. */
  readerGone: AbortSignal;
  /** Aborts when the process is shutting down. */
  stopping: AbortSignal;
  /** Bytes that the reader has not received yet. */
  bufferedBytes: () => number;
  /** Whether the reader still has access; checked once a minute. A failed check ends nothing. */
  mayRead: () => Promise<boolean>;
  /** Starts sending; returns a function that stops it. */
  open: (
    send: <Name extends keyof Events & string>(name: Name, data: Events[Name], id?: string) => void,
  ) => () => void;
  heartbeatMs?: number;
  checkMs?: number;
  maxBehindMs?: number;
}

/**
 * A reader this far behind for this long is disconnected: it reconnects and requests what it has not seen. The
 * delay lets a slow connection receive a long transcript; without it, the reader would request the same again and
 * again.
 */
const MAX_BUFFERED_BYTES = 1024 * 1024;
const MAX_BEHIND_MS = 20_000;
const RETRY_MS = 1_000;

/**
 * A response of server-sent events that ends with the reader, the session or the process, or when the reader falls
 * behind. `request.signal` can miss that a reader has gone; then a failed write reveals it.
 */
export function eventStream<Events extends { expired: Record<string, never> }>({
  readerGone,
  stopping,
  bufferedBytes,
  mayRead,
  open,
  heartbeatMs = 15_000,
  checkMs = 60_000,
  maxBehindMs = MAX_BEHIND_MS,
}: EventStreamOptions<Events>): Response {
  const encoder = new TextEncoder();
  let end = () => undefined as void;

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let ended = false;
      let behindSinceMs: number | undefined;
      const write = (text: string) => {
        if (ended) return;
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          end();
          return;
        }
        if (bufferedBytes() <= MAX_BUFFERED_BYTES) behindSinceMs = undefined;
        else behindSinceMs ??= performance.now();
        if (behindSinceMs !== undefined && performance.now() - behindSinceMs > maxBehindMs) end();
      };
      const heartbeat = setInterval(() => write(HEARTBEAT), heartbeatMs);
      const check = setInterval(() => {
        mayRead().then(
          (allowed) => {
            if (allowed) return;
            write(encodeEvent({ name: 'expired', data: {} }));
            end();
          },
          () => undefined,
        );
      }, checkMs);
      write(encodeRetry(RETRY_MS));
      const close = open((name, data, id) =>
        write(encodeEvent({ name, data, ...(id === undefined ? {} : { id }) })),
      );
      end = () => {
        if (ended) return;
        ended = true;
        clearInterval(heartbeat);
        clearInterval(check);
        close();
        readerGone.removeEventListener('abort', end);
        stopping.removeEventListener('abort', end);
        try {
          controller.close();
        } catch {
          // The reader has already cancelled it.
        }
      };
      readerGone.addEventListener('abort', end);
      stopping.addEventListener('abort', end);
      if (readerGone.aborted || stopping.aborted) end();
    },
    cancel() {
      end();
    },
  });

  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Makes nginx pass on every event immediately.
      'x-accel-buffering': 'no',
    },
  });
}

/**
 * The only event for a reader whose session has ended: an error status could not be distinguished from an outage.
 */
export function expiredStream(): Response {
  return new Response(encodeEvent({ name: 'expired', data: {} }), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}
