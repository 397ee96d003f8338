import type { OpenPage } from '../conversations/countNewer.server.ts';
import { ANY_LIVE_KEY, type Look, type Watched } from '../conversations/lookAtWatched.server.ts';
import type { Changes } from '../conversations/readChanges.server.ts';
import { asksAboutStep } from '../tasks/taskView.ts';
import type { ConversationEvents, ListEvents } from './events.ts';
import { changeSince, liveSteps, type SentTexts } from './transcriptCursor.ts';

// Who is watching, and what each watcher has received. The hub (hub.server.ts) reads for all of them at once.

export type Send<Events> = <Name extends keyof Events & string>(
  name: Name,
  data: Events[Name],
  id?: string,
) => void;

export interface ConversationWatch {
  projectId: string;
  id: string;
  /** What the reader has already seen. */
  revision: number;
  send: Send<ConversationEvents>;
}

export interface ListWatch {
  page: OpenPage;
  /** The rows on the page by id, with the revision that each shows. */
  rows: Map<string, number>;
  send: Send<ListEvents>;
}

/** An open list, with what its reader has received. */
export interface List extends ListWatch {
  newCount: number;
}

/** A conversation's stream, with what its reader has received. */
export interface Stream extends ConversationWatch {
  texts: SentTexts;
  asking: string;
  pending: string;
}

export const NEVER_LOOKED = '?';
/** The open requests known to a stream that has received none. */
export const NOTHING_ASKED = '[]';

/** Each watched conversation once, with the oldest revision that any of its watchers has seen. */
export function watchedBy(
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
    // Lists show no text: a conversation without streams is polled by its revision alone.
    for (const [id, revision] of list.rows)
      add(list.page.projectId, id, revision, liveKeys.get(id) ?? ANY_LIVE_KEY);
  }
  for (const { projectId, id, revision } of streams)
    add(projectId, id, revision, liveKeys.get(id) ?? NEVER_LOOKED);
  return [...watched.values()];
}

/**
 * Sends what a reader has not seen. Returns whether that included a task about a failed step: pending work then
 * has to be requested again.
 */
export function bringUpToDate(
  stream: Stream,
  change: Changes | undefined,
  { live, openCalls }: Look,
): boolean {
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
