import type { Logger } from '../../../../platform/logger.ts';
import { isOver } from '../../../../workflows/domain/recordStates.ts';
import type { OpenPage } from '../conversations/countNewer.server.ts';
import { ANY_LIVE_KEY, type Look, type Watched } from '../conversations/lookAtWatched.server.ts';
import type { Changes, Seen } from '../conversations/readChanges.server.ts';
import { asksAboutStep, type ConversationHead, type PendingWork } from '../conversations/view.ts';
import type { RunRef } from '../runs/runRef.ts';
import type { ConversationEvents, ListEvents } from './events.ts';
import { changeSince, liveSteps, type SentTexts } from './transcriptCursor.ts';

/** What the hub reads; the process gives it the database and Temporal (liveHub.server.ts), a test gives it less. */
export interface HubReads {
  look: (watched: Watched[]) => Promise<Look[]>;
  changes: (seen: Seen[]) => Promise<Changes[]>;
  countNewer: (pages: OpenPage[]) => Promise<number[]>;
  /** Never fails: that the engine can't be reached is an answer. */
  pendingWork: (ref: RunRef) => Promise<PendingWork>;
}

export type Send<Events> = <Name extends keyof Events & string>(
  name: Name,
  data: Events[Name],
  id?: string,
) => void;

export interface ConversationWatch {
  projectId: string;
  id: string;
  /** What the reader has seen already. */
  revision: number;
  send: Send<ConversationEvents>;
}

export interface ListWatch {
  page: OpenPage;
  /** The rows on the page, by id: which revision of each it shows. */
  rows: Map<string, number>;
  send: Send<ListEvents>;
}

export interface LiveHub {
  /** Sends what changes from now on, and at once what the reader has not seen. Returns how to stop. */
  watchConversation: (watch: ConversationWatch) => () => void;
  watchList: (watch: ListWatch) => () => void;
  /** Sends nothing from now on; resolves once it reads nothing any more. */
  close: () => Promise<void>;
}

export interface HubOptions {
  reads: HubReads;
  logger: Logger;
  pollMs?: number;
  /** How often the newer conversations are counted, and the pending work is asked for. */
  slowPollMs?: number;
}

interface List extends ListWatch {
  newCount: number;
}

interface Stream extends ConversationWatch {
  texts: SentTexts;
  asking: string;
  pending: string;
}

const NEVER_LOOKED = '?';
const NOTHING_ASKED = '[]';
const LONGEST_PAUSE_MS = 5_000;
/** A reader who has seen nothing of a long transcript gets it in parts. */
const MESSAGES_AT_ONCE = 200;

/**
 * One poll for a process, only while anyone watches: what changed since the last look, in one statement for all open
 * streams, and for the conversations that changed, the rows themselves in a second one. It holds no truth: any number
 * of hubs may watch the same conversation.
 */
export function createHub({ reads, logger, pollMs = 200, slowPollMs = 2_500 }: HubOptions): LiveHub {
  const streams = new Set<Stream>();
  const lists = new Set<List>();
  /** The live key of the last look at each conversation that has streams. */
  const liveKeys = new Map<string, string>();
  const heads = new Map<string, ConversationHead>();
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  let asking = false;
  let failures = 0;
  let slowAtMs = 0;
  /** What is known of their pending work, or is being asked for, is older than a task about one of their steps. */
  const overtaken = new Set<string>();
  let closed = false;
  let underWay = Promise.resolve();
  let asked = Promise.resolve();

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
      if (!asking && (isSlowTurn || overtaken.size > 0)) asked = askPendingWork();
      failures = 0;
    } catch (error) {
      if (failures === 0) logger.warn({ err: error }, 'the live hub could not read the database');
      failures += 1;
    } finally {
      polling = false;
      schedule(goesOn ? 0 : Math.min(pollMs * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }

  /** Whether somebody has been sent only a part of what there is. */
  async function lookOnce(): Promise<boolean> {
    // Streams that come while the statements run are not among these, and are looked at in the next poll.
    const looking = [...streams];
    const looks = await reads.look(watchedBy(looking, lists, liveKeys));
    if (looks.length === 0) return false;
    const stale = looks.flatMap(({ head }) => {
      const behind = looking.filter((stream) => stream.id === head.id && stream.revision < head.revision);
      // Readers who are at different revisions don't wait for one another.
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
      // One that came meanwhile has not been sent this text: the next look has to return it again.
      if (watching.length > 0 && watching.every((stream) => looking.includes(stream))) {
        liveKeys.set(look.head.id, look.liveKey);
      }
      for (const stream of looking) {
        if (stream.id !== look.head.id) continue;
        const changed = changes.get(changeKey(stream.id, stream.revision));
        if (bringUpToDate(stream, changed, look)) overtaken.add(stream.id);
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

  async function askPendingWork(): Promise<void> {
    asking = true;
    overtaken.clear();
    const ids = new Set([...streams].map(({ id }) => id));
    const ongoing = [...ids].flatMap((id) => {
      const head = heads.get(id);
      return head === undefined || isOver(head.state) ? [] : [{ conversationId: id, run: head.run }];
    });
    try {
      await Promise.all(
        ongoing.map(async (ref) => tellPendingWork(ref.conversationId, await reads.pendingWork(ref))),
      );
    } finally {
      asking = false;
    }
  }

  function tellPendingWork(id: string, pending: PendingWork): void {
    if (overtaken.has(id)) return;
    const json = JSON.stringify(pending);
    for (const stream of streams) {
      if (stream.id !== id || stream.pending === json) continue;
      stream.pending = json;
      stream.send('pending', pending);
    }
  }

  return {
    watchConversation(watch) {
      const stream: Stream = { ...watch, texts: new Map(), asking: NOTHING_ASKED, pending: '' };
      streams.add(stream);
      // The next look has to return this conversation, whatever earlier streams know of it.
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
      await asked;
    },
  };
}

/** Each watched conversation once, with the oldest revision that any of its watchers has seen. */
function watchedBy(
  streams: readonly Stream[],
  lists: ReadonlySet<List>,
  liveKeys: ReadonlyMap<string, string>,
): Watched[] {
  const watched = new Map<string, Watched>();
  const add = (projectId: string, id: string, revision: number, liveKey: string) => {
    const other = watched.get(id);
    watched.set(id, { projectId, id, revision: Math.min(revision, other?.revision ?? revision), liveKey });
  };
  for (const list of lists) {
    // Lists show no text: what no stream watches is asked for by its revision alone.
    for (const [id, revision] of list.rows)
      add(list.page.projectId, id, revision, liveKeys.get(id) ?? ANY_LIVE_KEY);
  }
  for (const { projectId, id, revision } of streams)
    add(projectId, id, revision, liveKeys.get(id) ?? NEVER_LOOKED);
  return [...watched.values()];
}

function changeKey(id: string, since: number): string {
  return `${id}@${String(since)}`;
}

/** Returns whether it brought a task about a failed step: what is pending has to be asked for and sent anew. */
function bringUpToDate(stream: Stream, change: Changes | undefined, { live, openCalls }: Look): boolean {
  const missed = change === undefined ? null : changeSince(change, stream.revision);
  const isAsked = missed?.tasks.some(asksAboutStep) ?? false;
  if (isAsked) stream.pending = '';
  if (missed !== null) {
    stream.revision = missed.conversation.revision;
    stream.send('change', missed, String(missed.conversation.revision));
  }
  const { sent, steps } = liveSteps(stream.texts, live);
  stream.texts = sent;
  for (const step of steps) {
    if (step.name === 'live') stream.send('live', step.data);
    else stream.send('live_end', step.data);
  }
  const asking = JSON.stringify(openCalls);
  if (asking !== stream.asking) {
    stream.asking = asking;
    stream.send('asking', openCalls);
  }
  return isAsked;
}
