import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { apiEndpoints } from '../workflows/contracts/api/endpoints.ts';
import type { ApiChangeEvent, ApiLiveEvent } from '../workflows/contracts/api/events.ts';
import type { ApiPendingWork } from '../workflows/contracts/api/pending.ts';
import { answerTo, type ApiClient, NoServerError, RefusedError } from './apiClient.ts';

export interface Watcher {
  /** Returns true where nothing more is of interest. */
  change: (change: ApiChangeEvent) => boolean;
  live: (live: ApiLiveEvent) => void;
  /** What is being tried again, or stands still. */
  pending: (pending: ApiPendingWork) => void;
  /** The server is away, in the words of the error; it is asked again. */
  away: (why: string) => void;
}

const { events } = apiEndpoints.watchConversation;
const LONGEST_PAUSE_MS = 5_000;
/** A server that is started anew is back by then. */
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Follows a conversation until its watcher has seen enough. A stream that breaks off goes on where it was: a server may
 * be started anew meanwhile.
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

/** Reads one stream to its end, or until the watcher has seen enough (true). */
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
