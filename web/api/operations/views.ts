import type { ApiConversation, ApiRun } from '../../../workflows/contracts/api/conversations.ts';
import type { ApiEntry } from '../../../workflows/contracts/api/messages.ts';
import type { ApiPendingWork } from '../../../workflows/contracts/api/pending.ts';
import type { Json } from '../../../workflows/domain/json.ts';
import type { HistoryRow } from '../../app/data/conversations/listConversations.server.ts';
import type {
  ConversationHead,
  MessageView,
  PendingWork,
  RunView,
} from '../../app/data/conversations/view.ts';
import type { Cuts } from '../../app/views/text/shownText.ts';

/** What goes on behind a conversation, as the API shows it. */
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
  };
}

/** A conversation's runs as the API shows them: how the newest one stands, the conversation itself says. */
export function runViews(head: ConversationHead, runs: readonly RunView[]): ApiRun[] {
  return runs.map(({ revision: _revision, ...run }) => {
    const { state, stopReason, endedAt } = run.run === head.run ? head : run;
    return { ...run, state, stopReason, endedAt };
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
    copied: message.copied,
    status: message.status,
    usage: message.usage,
    createdAt: message.createdAt,
    ...truncatedOf(message),
  };
}

/** Which texts of a row are not whole, where any is. */
export function truncatedOf({ cuts = {} }: { cuts?: Cuts | undefined }): {
  truncated?: Record<string, number>;
} {
  return Object.keys(cuts).length === 0 ? {} : { truncated: { ...cuts } };
}
