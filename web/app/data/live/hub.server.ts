import type { Logger } from '../../../../platform/logger.ts';
import type { OpenPage } from '../conversations/countNewer.server.ts';
import type { Look, Watched } from '../conversations/lookAtWatched.server.ts';
import type { Changes, Seen } from '../conversations/readChanges.server.ts';
import type { ConversationHead } from '../conversations/view.ts';
import type { PendingWork } from '../runs/pendingWorkView.ts';
import type { RunRef } from '../runs/runRef.ts';
import { createPendingWorkTeller } from './pendingWorkTeller.server.ts';
import {
  bringUpToDate,
  type ConversationWatch,
  type List,
  type ListWatch,
  NEVER_LOOKED,
  NOTHING_ASKED,
  type Stream,
  watchedBy,
} from './watches.server.ts';

/**
 * The reads that the hub needs; the process passes the database and Temporal (liveHub.server.ts), tests pass less.
 */
export interface HubReads {
  look: (watched: Watched[]) => Promise<Look[]>;
  changes: (seen: Seen[]) => Promise<Changes[]>;
  countNewer: (pages: OpenPage[]) => Promise<number[]>;
  /** Never fails: an unreachable engine is a normal result. */
  pendingWork: (ref: RunRef) => Promise<PendingWork>;
}

export interface LiveHub {
  /**
   * Sends changes from now on, and immediately everything that the reader has not seen. Returns a function that
   * stops it.
   */
  watchConversation: (watch: ConversationWatch) => () => void;
  watchList: (watch: ListWatch) => () => void;
  /** Stops sending; resolves once nothing is being read any more. */
  close: () => Promise<void>;
}

export interface HubOptions {
  reads: HubReads;
  logger: Logger;
  pollMs?: number;
  /** How often newer conversations are counted and pending work is requested. */
  slowPollMs?: number;
}

const LONGEST_PAUSE_MS = 5_000;
/** A reader who has seen nothing of a long transcript receives it in parts. */
const MESSAGES_AT_ONCE = 200;

/**
 * Polls once for the whole process, and only while somebody watches: one statement finds what changed for all open
 * streams, and a second one reads the rows of conversations that changed. The hub holds no truth: any number of
 * hubs may watch the same conversation.
 */
export function createHub({ reads, logger, pollMs = 200, slowPollMs = 2_500 }: HubOptions): LiveHub {
  const streams = new Set<Stream>();
  const lists = new Set<List>();
  /** The live key of the last poll for each conversation that has streams. */
  const liveKeys = new Map<string, string>();
  const heads = new Map<string, ConversationHead>();
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  let failures = 0;
  let slowAtMs = 0;
  let closed = false;
  let underWay = Promise.resolve();
  const pendingWork = createPendingWorkTeller({ read: reads.pendingWork, streams, heads });

  function schedule(delayMs: number): void {
    if (closed || streams.size + lists.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!polling) underWay = poll();
    }, delayMs);
  }

  async function poll(): Promise<void> {
    polling = true;
    let goesOn = false;
    try {
      goesOn = await lookOnce();
      const isSlowTurn = performance.now() >= slowAtMs;
      if (isSlowTurn) {
        slowAtMs = performance.now() + slowPollMs;
        await countNewer();
      }
      pendingWork.askWhere(isSlowTurn);
      failures = 0;
    } catch (error) {
      if (failures === 0) logger.warn({ err: error }, 'the live hub could not read the database');
      failures += 1;
    } finally {
      polling = false;
      schedule(goesOn ? 0 : Math.min(pollMs * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }

  /** Whether a reader has received only part of the changes. */
  async function lookOnce(): Promise<boolean> {
    // Streams that are opened while the statements run are not included; the next poll serves them.
    const looking = [...streams];
    const looks = await reads.look(watchedBy(looking, lists, liveKeys));
    if (looks.length === 0) return false;
    const stale = looks.flatMap(({ head }) => {
      const behind = looking.filter((stream) => stream.id === head.id && stream.revision < head.revision);
      // Readers at different revisions don't wait for one another.
      return [...new Map(behind.map((stream) => [stream.revision, stream])).values()].map(
        ({ projectId, revision }) => ({
          projectId,
          id: head.id,
          revision,
          from: null,
          to: null,
          most: MESSAGES_AT_ONCE,
        }),
      );
    });
    const changes = new Map(
      (await reads.changes(stale)).map((change) => [changeKey(change.conversation.id, change.since), change]),
    );
    let goesOn = false;
    for (const look of looks) {
      const watching = [...streams].filter(({ id }) => id === look.head.id);
      if (watching.length > 0) heads.set(look.head.id, look.head);
      // A stream opened in the meantime has not received this text: the next poll has to return it again.
      if (watching.length > 0 && watching.every((stream) => looking.includes(stream))) {
        liveKeys.set(look.head.id, look.liveKey);
      }
      for (const stream of looking) {
        if (stream.id !== look.head.id) continue;
        const changed = changes.get(changeKey(stream.id, stream.revision));
        if (bringUpToDate(stream, changed, look)) pendingWork.overtake(stream.id);
        if (changed?.goesOn === true) goesOn = true;
      }
    }
    patchLists(looks.map(({ head }) => head));
    return goesOn;
  }

  function patchLists(changed: ConversationHead[]): void {
    for (const list of lists) {
      const rows = changed.filter(({ id, revision }) => (list.rows.get(id) ?? revision) < revision);
      if (rows.length === 0) continue;
      for (const { id, revision } of rows) list.rows.set(id, revision);
      list.send('rows', rows);
    }
  }

  async function countNewer(): Promise<void> {
    const counting = [...lists];
    const counts = await reads.countNewer(counting.map(({ page }) => page));
    counting.forEach((list, index) => {
      const count = counts[index] ?? 0;
      if (count === list.newCount) return;
      list.newCount = count;
      list.send('new', { count });
    });
  }

  return {
    watchConversation(watch) {
      const stream: Stream = { ...watch, texts: new Map(), asking: NOTHING_ASKED, pending: '' };
      streams.add(stream);
      // The next poll has to return this conversation, whatever earlier streams have seen.
      liveKeys.set(watch.id, NEVER_LOOKED);
      slowAtMs = 0;
      schedule(0);
      return () => {
        streams.delete(stream);
        if ([...streams].some(({ id }) => id === watch.id)) return;
        liveKeys.delete(watch.id);
        heads.delete(watch.id);
      };
    },
    watchList(watch) {
      const list: List = { ...watch, newCount: 0 };
      lists.add(list);
      schedule(0);
      return () => void lists.delete(list);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      streams.clear();
      lists.clear();
      await underWay;
      await pendingWork.settled();
    },
  };
}

function changeKey(id: string, since: number): string {
  return `${id}@${String(since)}`;
}
