import { describe, expect, it } from '@jest/globals';
import { failureText } from '../../../../workflows/contracts/failureText.ts';
import type { ModelCallState, TaskState } from '../../../../workflows/domain/recordStates.ts';
import type { TaskKind } from '../../../../workflows/domain/tasks/registry.ts';
import { call, head, message, pageState, runView, task } from '../../../test/support/views.ts';
import type { MessageView } from '../messages/messageView.ts';
import { NO_PENDING_WORK } from '../runs/pendingWorkView.ts';
import { reduceConversation } from './conversationState.ts';
import type { ConversationHead } from './view.ts';

const start = pageState({ messages: [message(0, 1)] });

const change = (revision: number, messages: MessageView[], changes: Partial<ConversationHead> = {}) =>
  ({
    kind: 'change',
    change: {
      conversation: head(revision, changes),
      runs: [],
      messages,
      tasks: [],
      calls: [],
      toolCalls: [],
      control: null,
    },
  }) as const;

const live = (offset: number, text: string, attempt = 1, seq = 1) =>
  ({ kind: 'live', live: { seq, source: 'writer', attempt, offset, text } }) as const;

const after = (...events: Parameters<typeof reduceConversation>[1][]) =>
  events.reduce(reduceConversation, start);

describe('what the page makes of its stream', () => {
  it('keeps how each run ended, whichever of a page and a stream brings it', () => {
    const ended = runView(0, { state: 'finished', stopReason: 'Enough', revision: 4 });
    const { change: plain } = change(5, []);
    const runs = (...changed: (typeof ended)[]) =>
      ({ kind: 'change', change: { ...plain, runs: changed } }) as const;
    const next = runView(1, { revision: 5 });
    const state = after(runs(runView(0)), runs(next, ended), runs(runView(0)), {
      kind: 'loaded',
      page: pageState({ runs: [runView(0)] }),
    });
    expect(state.runs).toEqual([ended, next]);
  });

  it('puts a message in once, in its place, however often it comes', () => {
    const state = after(change(3, [message(2, 3)]), change(2, [message(1, 2)]), change(3, [message(2, 3)]));
    expect(state.messages.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect(state.conversation.revision).toBe(3);
  });

  it('keeps the order in which entries came to stand in the transcript, not that of their numbers', () => {
    const state = after(change(2, [message(2, 2)]), change(3, [message(1, 3, { position: 7 })]));
    expect(state.messages.map(({ seq }) => seq)).toEqual([0, 2, 1]);
  });

  it('knows what models are asked, until it is over', () => {
    const openCalls = [
      { id: 'k', seq: 1, scope: '', agent: 'writer', purpose: 'reply', startedAt: '2026-01-01T00:00:00Z' },
    ] as const;
    expect(after({ kind: 'asking', openCalls }).openCalls).toEqual(openCalls);
    const ended = after({ kind: 'asking', openCalls }, change(2, [], { state: 'finished' }));
    expect(ended.openCalls).toEqual([]);
    expect(reduceConversation(ended, { kind: 'asking', openCalls }).openCalls).toEqual([]);
  });

  it('keeps the newer of two versions of a row, and the identity of rows that stay', () => {
    const draft = message(1, 2, { status: 'draft' });
    const state = after(change(2, [draft]), change(3, [message(1, 3)]), change(3, [draft]));
    expect(state.messages[1]?.status).toBe('final');
    expect(state.messages[0]).toBe(start.messages[0]);
  });

  it('takes away what a reset run has replaced', () => {
    const state = after(change(2, [message(1, 2)]), change(3, [message(1, 3, { superseded: true })]));
    expect(state.messages.map(({ seq }) => seq)).toEqual([0]);
  });

  it('lets a text grow, and begins anew with another attempt', () => {
    expect(after(live(0, 'Once'), live(4, ' upon')).live).toMatchObject([{ text: 'Once upon', attempt: 1 }]);
    expect(after(live(0, 'Once'), live(0, 'Twice', 2)).live).toMatchObject([{ text: 'Twice', attempt: 2 }]);
    expect(after(live(0, 'Once'), live(99, 'lost')).live).toMatchObject([{ text: 'Once' }]);
    expect(after(live(4, 'no beginning')).live).toEqual([]);
  });

  it('ends a text with its message, and starts none for a message that is there', () => {
    const state = after(live(0, 'Once'), change(2, [message(1, 2)]));
    expect(state.live).toEqual([]);
    expect(reduceConversation(state, live(0, 'late')).live).toEqual([]);
    expect(after(live(0, 'Once'), { kind: 'live_end', seq: 1 }).live).toEqual([]);
  });

  it('has nothing under way once the conversation is over', () => {
    const pending = { ...NO_PENDING_WORK, noWorker: true };
    const state = after(live(0, 'Once'), { kind: 'pending', pending }, change(2, [], { state: 'cancelled' }));
    expect(state).toMatchObject({ live: [], pending: NO_PENDING_WORK });
  });

  it('has a failed step tried again no longer once a person is asked about it, and others as the stream says', () => {
    const lastFailure = failureText({ type: 'model_unreachable', message: '' });
    const activity = (id: string, failure: typeof lastFailure | null) =>
      ({
        id,
        type: 'generateReply',
        state: 'scheduled',
        attempt: 8,
        maximumAttempts: null,
        lastFailure: failure,
        nextAttemptAt: null,
      }) as const;
    const tries = { ...NO_PENDING_WORK, activities: [activity('1', lastFailure), activity('2', null)] };
    const asks = (...tasks: ReturnType<typeof task>[]) => {
      const { change: plain } = change(2, []);
      return { kind: 'change', change: { ...plain, tasks } } as const;
    };
    const about = (kind: TaskKind, state: TaskState = 'open') => asks(task('t', { kind, state }));
    const pending = { kind: 'pending', pending: tries } as const;
    const left = (...events: Parameters<typeof after>) =>
      after(...events).pending.activities.map(({ id }) => id);
    expect(left(pending, about('resolve_error'))).toEqual(['2']);
    expect(left(about('resolve_error'), pending, about('resolve_error'))).toEqual(['1', '2']);
    expect(left(pending, about('resolve_error', 'answered'))).toEqual(['1', '2']);
    expect(left(pending, about('give_input'))).toEqual(['1', '2']);
  });

  it('merges a page that is loaded again, also an older one', () => {
    const streamed = after(change(5, [message(1, 2), message(2, 5)]));
    const older = { ...start, conversation: head(2), messages: [message(0, 1), message(1, 2)] };
    const state = reduceConversation(streamed, { kind: 'loaded', page: older });
    expect(state.conversation.revision).toBe(5);
    expect(state.messages).toHaveLength(3);
  });

  it('knows what came of a call', () => {
    const withCall = (state: ModelCallState) =>
      ({
        kind: 'change',
        change: {
          conversation: head(2),
          runs: [],
          messages: [],
          tasks: [],
          calls: [call('k', state)],
          toolCalls: [],
          control: null,
        },
      }) as const;
    expect(after(withCall('open'), withCall('completed'), withCall('open')).calls).toMatchObject([
      { state: 'completed' },
    ]);
    expect(after(withCall('unknown'), withCall('completed')).calls).toMatchObject([{ state: 'completed' }]);
  });
});
