import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { apiEndpoints } from '../workflows/contracts/api/endpoints.ts';
import type { ApiChangeEvent, ApiLiveEvent } from '../workflows/contracts/api/events.ts';
import type { ApiPendingWork } from '../workflows/contracts/api/pending.ts';
import { answerTo, type ApiClient, NoServerError, RefusedError } from './apiClient.ts';

export interface Watcher {
  /** Returns true to stop watching. */
  change: (change: ApiChangeEvent) => boolean;
  live: (live: ApiLiveEvent) => void;
  /** Steps that are being retried or make no progress. */
  pending: (pending: ApiPendingWork) => void;
  /** The server can't be reached, with the error's message; the request is retried. */
  away: (why: string) => void;
}

const { events } = apiEndpoints.watchConversation;
const LONGEST_PAUSE_MS = 5_000;
/** A server that is being restarted is back by then. */
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Follows a conversation until its watcher returns true. A broken stream continues where it was, because a server
 * may be restarted in the meantime.
 */
export async function watchConversation(
  api: ApiClient,
  conversationId: string,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<void> {
  let after: string | null = null;
  let awaySinceMs: number | null = null;
  let pauseMs = 250;
  for (;;) {
    try {
      const stream = await answerTo(
        api.GET('/conversations/{conversationId}/events', {
          params: {
            path: { conversationId },
            ...(after === null ? {} : { header: { 'Last-Event-ID': after } }),
          },
          parseAs: 'stream',
          signal,
        }),
      );
      awaySinceMs = null;
      pauseMs = 250;
      const seen = await follow(stream, watcher, (id) => (after = id));
      if (seen) return;
    } catch (error) {
      const mayComeBack =
        error instanceof NoServerError ||
        (error instanceof RefusedError ? error.problem.status >= 500 : !signal.aborted);
      if (!mayComeBack) throw error;
      if (awaySinceMs === null) watcher.away(error instanceof Error ? error.message : '');
      awaySinceMs ??= Date.now();
      if (Date.now() - awaySinceMs > GIVE_UP_AFTER_MS) throw error;
    }
    await sleep(pauseMs, undefined, { signal });
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** Reads one stream until it ends or the watcher returns true. */
async function follow(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  watcher: Watcher,
  seen: (id: string) => void,
): Promise<boolean> {
  let enough = false;
  const parser = createParser({
    onEvent: ({ event, data, id }) => {
      if (enough) return;
      if (event === 'live') watcher.live(events.live.parse(JSON.parse(data)));
      if (event === 'pending') watcher.pending(events.pending.parse(JSON.parse(data)));
      if (event === 'change') enough = watcher.change(events.change.parse(JSON.parse(data)));
      if (id !== undefined && id !== '') seen(id);
    },
  });
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  while (!enough) {
    const { value, done } = await reader.read();
    if (done) break;
    parser.feed(value);
  }
  await reader.cancel();
  return enough;
}
