import { encodeEvent, encodeRetry, HEARTBEAT } from './encodeEvent.ts';

export interface EventStreamOptions<Events> {
  /** Aborts when the reader has gone, as far as the server notices. */
  readerGone: AbortSignal;
  /** Aborts when the process is to end. */
  stopping: AbortSignal;
  /** Bytes that the reader has not taken yet. */
  bufferedBytes: () => number;
  /** Whether the reader may still read; asked once a minute. Failing to find out ends nothing. */
  mayRead: () => Promise<boolean>;
  /** Begins to send; returns how to stop. */
  open: (
    send: <Name extends keyof Events & string>(name: Name, data: Events[Name], id?: string) => void,
  ) => () => void;
  heartbeatMs?: number;
  checkMs?: number;
  maxBehindMs?: number;
}

/**
 * A reader this far behind for this long is dropped: it comes back and asks for what it has not seen. The time lets a
 * slow line take in a long transcript; dropped at once, it would ask for the same again and again.
 */
const MAX_BUFFERED_BYTES = 1024 * 1024;
const MAX_BEHIND_MS = 20_000;
const RETRY_MS = 1_000;

/**
 * An answer of server-sent events that ends by itself: with the reader, the session, the process, or when the reader
 * falls behind. `request.signal` can miss that a reader has gone; a write that fails then says so.
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
          // Cancelled already by whoever read it.
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
      // For nginx in front of us: pass every event on at once.
      'x-accel-buffering': 'no',
    },
  });
}

/** The one event for a reader whose session is over: an error status would be indistinguishable from an outage. */
export function expiredStream(): Response {
  return new Response(encodeEvent({ name: 'expired', data: {} }), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}
