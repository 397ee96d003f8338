import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import type { ConversationHead } from '../conversations/view.ts';
import type { PendingWork } from '../runs/pendingWorkView.ts';
import type { RunRef } from '../runs/runRef.ts';
import type { Stream } from './watches.server.ts';

export interface PendingWorkTellerOptions {
  /** Never fails: an unreachable engine is a normal result. */
  read: (ref: RunRef) => Promise<PendingWork>;
  streams: ReadonlySet<Stream>;
  /** The newest head of each conversation that has streams. */
  heads: ReadonlyMap<string, ConversationHead>;
}

export interface PendingWorkTeller {
  /** Marks a conversation's known pending work as older than what was just sent: it has to be requested again. */
  overtake: (conversationId: string) => void;
  /**
   * Requests pending work if no request is in progress and it is time, or something was marked. Does not wait for
   * the answers.
   */
  askWhere: (isTime: boolean) => void;
  /** Resolves once no request is in progress. */
  settled: () => Promise<void>;
}

/** Sends the workflow engine's pending work to the streams of running conversations. */
export function createPendingWorkTeller({
  read,
  streams,
  heads,
}: PendingWorkTellerOptions): PendingWorkTeller {
  let asking = false;
  let asked = Promise.resolve();
  /**
   * Conversations whose pending work, known or being requested, is older than a task about one of their steps.
   */
  const overtaken = new Set<string>();

  async function askPendingWork(): Promise<void> {
    asking = true;
    overtaken.clear();
    const ids = new Set([...streams].map(({ id }) => id));
    const ongoing = [...ids].flatMap((id) => {
      const head = heads.get(id);
      return head === undefined || isAtRest(head) ? [] : [{ conversationId: id, run: head.run }];
    });
    try {
      await Promise.all(ongoing.map(async (ref) => tellPendingWork(ref.conversationId, await read(ref))));
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
    overtake: (conversationId) => void overtaken.add(conversationId),
    askWhere: (isTime) => {
      if (!asking && (isTime || overtaken.size > 0)) asked = askPendingWork();
    },
    settled: () => asked,
  };
}
