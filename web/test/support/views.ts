import { isOver, type ModelCallState } from '../../../workflows/domain/recordStates.ts';
import type { CallView } from '../../app/data/calls/callView.ts';
import type { ToolCallView } from '../../app/data/calls/toolCallView.ts';
import type { ConversationPageState } from '../../app/data/conversations/conversationState.ts';
import type { ConversationHead, RunView } from '../../app/data/conversations/view.ts';
import type { MessageView } from '../../app/data/messages/messageView.ts';
import { NO_PENDING_WORK } from '../../app/data/runs/pendingWorkView.ts';
import type { TaskView } from '../../app/data/tasks/taskView.ts';

/* What pages are told of a conversation, with something in every field. */

export function head(revision: number, changes: Partial<ConversationHead> = {}): ConversationHead {
  return {
    id: 'c',
    revision,
    title: 'A conversation',
    state: 'running',
    stopReason: null,
    run: 0,
    turnCount: 0,
    messageCount: 0,
    promptTokens: 0,
    completionTokens: 0,
    costMicroUsd: 0,
    unpricedCalls: 0,
    unknownCalls: 0,
    createdAt: '2026-01-01T00:00:00Z',
    endedAt: isOver(changes.state ?? 'running') ? '2026-01-01T00:01:00Z' : null,
    standing: false,
    wakes: null,
    waitingWakeUps: 0,
    ...changes,
  };
}

export function runView(run: number, changes: Partial<RunView> = {}): RunView {
  return {
    run,
    hasTask: true,
    state: null,
    stopReason: null,
    revision: 1,
    startedAt: '2026-01-01T00:00:00Z',
    endedAt: null,
    wokenBy: [],
    ...changes,
  };
}

export function message(seq: number, revision: number, changes: Partial<MessageView> = {}): MessageView {
  return {
    id: `m${String(seq)}`,
    seq,
    position: seq,
    turn: seq,
    run: 0,
    scope: '',
    type: 'TextMessage',
    source: 'writer',
    content: `message ${String(seq)}`,
    body: null,
    thought: null,
    ending: null,
    memories: null,
    citations: null,
    lookUps: null,
    copied: false,
    usage: null,
    status: 'final',
    draftContent: null,
    feedback: null,
    person: null,
    modelCallId: null,
    revision,
    createdAt: '2026-01-01T00:00:00Z',
    superseded: false,
    ...changes,
  };
}

export function call(id: string, state: ModelCallState, changes: Partial<CallView> = {}): CallView {
  return {
    id,
    seq: 1,
    scope: '',
    turn: 1,
    agent: 'writer',
    purpose: 'reply',
    ordinal: 0,
    attempt: 1,
    model: 'm',
    state,
    failureType: null,
    failureMessage: null,
    promptTokens: null,
    completionTokens: null,
    costMicroUsd: null,
    firstTokenMs: null,
    latencyMs: null,
    startedAt: '2026-01-01T00:00:00Z',
    ...changes,
  };
}

export function toolCall(id: string, changes: Partial<ToolCallView> = {}): ToolCallView {
  return {
    id,
    messageId: 'm1',
    seq: 1,
    index: 0,
    scope: '',
    agent: 'writer',
    callId: 'c1',
    tool: 'search',
    proposedArguments: '{}',
    approvedArguments: null,
    effectiveArguments: null,
    state: 'proposed',
    attempts: 0,
    result: null,
    isError: null,
    revision: 1,
    startedAt: null,
    endedAt: null,
    ...changes,
  };
}

export function task(id: string, changes: Partial<TaskView> = {}): TaskView {
  return {
    id,
    kind: 'review_message',
    state: 'open',
    turn: 1,
    seq: 1,
    scope: '',
    speaker: 'writer',
    votes: [],
    prompt: null,
    failure: null,
    call: null,
    wait: null,
    asked: null,
    deadlineAt: null,
    onDeadline: 'stop',
    decision: null,
    answeredBy: null,
    revision: 1,
    openedAt: '2026-01-01T00:00:00Z',
    closedAt: null,
    ...changes,
  };
}

export function pageState(changes: Partial<ConversationPageState> = {}): ConversationPageState {
  return {
    conversation: head(1),
    runs: [],
    messages: [],
    gaps: [],
    tasks: [],
    calls: [],
    toolCalls: [],
    control: null,
    live: [],
    openCalls: [],
    pending: NO_PENDING_WORK,
    ...changes,
  };
}
