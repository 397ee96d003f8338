import type { ApiConversation, ApiRun } from '../../../workflows/contracts/api/conversations.ts';
import type { ApiEntry } from '../../../workflows/contracts/api/messages.ts';
import type { ApiPendingWork } from '../../../workflows/contracts/api/pending.ts';
import { outsideEndOf } from '../../../workflows/domain/conversation/outsideEnds.ts';
import type { Json } from '../../../workflows/domain/json.ts';
import { isAtRest } from '../../../workflows/domain/recordStates.ts';
import type { HistoryRow } from '../../app/data/conversations/listConversations.server.ts';
import type { ConversationHead, RunView } from '../../app/data/conversations/view.ts';
import type { MessageView } from '../../app/data/messages/messageView.ts';
import type { PendingWork } from '../../app/data/runs/pendingWorkView.ts';
import type { Cuts } from '../../app/views/text/shownText.ts';

/** Work in progress in a conversation, as the API shows it. */
export function pendingView({ away, noWorker, activities }: PendingWork): ApiPendingWork {
  return {
    away,
    noWorker,
    steps: activities.map(({ type, attempt, lastFailure, nextAttemptAt }) => ({
      step: type,
      attempt,
      lastFailure,
      nextAttemptAt,
    })),
  };
}

/** A conversation as the API shows it. */
export function conversationView({ head, team }: HistoryRow): ApiConversation {
  return {
    id: head.id,
    title: head.title,
    state: head.state,
    stopReason: head.stopReason,
    outsideEnd: outsideEndOf(head),
    run: head.run,
    team,
    totals: {
      turns: head.turnCount,
      messages: head.messageCount,
      promptTokens: head.promptTokens,
      completionTokens: head.completionTokens,
      costMicroUsd: head.costMicroUsd,
      unpricedCalls: head.unpricedCalls,
      unknownCalls: head.unknownCalls,
    },
    revision: head.revision,
    createdAt: head.createdAt,
    endedAt: head.endedAt,
    standing: head.standing,
    wakes: head.wakes?.id ?? null,
    waitingWakeUps: head.waitingWakeUps,
  };
}

/** A conversation's runs as the API shows them; the newest run's state is the conversation's own. */
export function runViews(head: ConversationHead, runs: readonly RunView[]): ApiRun[] {
  return runs.map(({ revision: _revision, wokenBy, ...run }) => {
    // The run of a conversation that sleeps has its own outcome.
    const isHead = run.run === head.run && !(isAtRest(head) && run.state !== null);
    const { state, stopReason, endedAt } = isHead ? head : run;
    const outsideEnd = outsideEndOf({ state, stopReason });
    return { ...run, state, stopReason, outsideEnd, endedAt, wokenBy: [...wokenBy] };
  });
}

/** An entry of the transcript as the API shows it. */
export function entryView(message: MessageView): ApiEntry {
  return {
    id: message.id,
    seq: message.seq,
    position: message.position,
    run: message.run,
    turn: message.turn,
    scope: message.scope,
    type: message.type,
    source: message.source,
    content: message.content,
    body: message.body as Json,
    thought: message.thought,
    ending: message.ending,
    memories: message.memories as Json,
    ...(message.citations && { citations: message.citations }),
    ...(message.lookUps && { lookUps: message.lookUps }),
    copied: message.copied,
    status: message.status,
    usage: message.usage,
    createdAt: message.createdAt,
    ...truncatedOf(message),
  };
}

/** The texts of a row that are not complete, if there are any. */
export function truncatedOf({ cuts = {} }: { cuts?: Cuts | undefined }): {
  truncated?: Record<string, number>;
} {
  return Object.keys(cuts).length === 0 ? {} : { truncated: { ...cuts } };
}
