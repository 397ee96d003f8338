import { describe, expect, it } from '@jest/globals';
import type { CallPurpose } from '../../../../../workflows/domain/recordStates.ts';
import { call, head, message, pageState, runView, task, toolCall } from '../../../../test/support/views.ts';
import type { TranscriptNode } from './transcriptNode.ts';
import { transcriptTree } from './transcriptTree.ts';

/** The tree in short form: messages by number, inner teams in brackets. */
function outline(nodes: readonly TranscriptNode[]): unknown[] {
  return nodes.map((node) => {
    switch (node.kind) {
      case 'message':
        return node.message.seq;
      case 'inner':
        return [node.scope, ...outline(node.nodes)];
      case 'task':
        return `task ${node.task.id}`;
      case 'live':
        return `live ${String(node.live.seq)}`;
      case 'manager':
        return `manager ${String(node.calls.length)}`;
      case 'gap':
        return `gap ${String(node.from)}-${String(node.to)}`;
      case 'run':
        return `run ${String(node.run)}`;
      case 'run_end':
        return `end ${String(node.run)} ${node.end?.stopReason ?? 'unknown'}`;
    }
  });
}

const given = (seq: number, position: number, scope: string) =>
  message(seq, 1, { position, scope, copied: true, body: { kind: 'task', messages: [] } });

describe('a transcript as it is read', () => {
  it('is in the order in which entries came to stand in it', () => {
    const messages = [message(0, 1), message(2, 1, { position: 2 }), message(1, 1, { position: 3 })];
    expect(outline(transcriptTree(pageState({ messages })))).toEqual([0, 2, 1]);
  });

  it('frames what an inner team says, each of its runs apart, at any depth', () => {
    const messages = [
      message(0, 1),
      given(1, 1, 'desk'),
      message(2, 1, { scope: 'desk' }),
      given(3, 3, 'desk/lab~4'),
      message(4, 1, { scope: 'desk/lab~4' }),
      message(5, 1, { scope: 'desk' }),
      message(6, 1),
      given(7, 7, 'desk'),
      message(8, 1, { scope: 'desk' }),
    ];
    expect(outline(transcriptTree(pageState({ messages })))).toEqual([
      0,
      ['desk', 2, ['desk/lab~4', 4], 5],
      6,
      ['desk', 8],
    ]);
  });

  it('frames also those whose beginning is not on the page', () => {
    const messages = [message(4, 1, { scope: 'desk/lab~4' }), message(5, 1, { scope: 'desk' })];
    expect(outline(transcriptTree(pageState({ messages })))).toEqual([['desk', ['desk/lab~4', 4], 5]]);
  });

  it('leaves out what was only given to somebody', () => {
    expect(transcriptTree(pageState({ messages: [message(1, 1, { copied: true })] }))).toEqual([]);
  });

  it('has a heading before each further run', () => {
    const messages = [message(0, 1), message(1, 1, { run: 1 }), message(2, 1, { run: 1 })];
    expect(outline(transcriptTree(pageState({ messages })))).toEqual([0, 'end 0 unknown', 'run 1', 1, 2]);
  });

  it('says how each run ended that another one followed, also one in which nothing was said', () => {
    const messages = [message(0, 1), message(1, 5, { run: 2 })];
    const runs = [
      runView(0, { state: 'finished', stopReason: 'Enough' }),
      runView(1, { state: 'stopped', stopReason: 'Told to' }),
      runView(2, { state: 'finished', stopReason: 'Done' }),
      runView(3, { hasTask: false }),
    ];
    const state = pageState({ conversation: head(9, { run: 3 }), messages, runs });
    const told = [0, 'end 0 Enough', 'run 1', 'end 1 Told to', 'run 2', 1, 'end 2 Done', 'run 3'];
    expect(outline(transcriptTree(state))).toEqual(told);
    const live = [{ seq: 2, source: 'writer', attempt: 1, text: 'So far' }];
    expect(outline(transcriptTree({ ...state, live }))).toEqual([...told, 'live 2']);
    // Nothing from before the first shown message is shown.
    const rest = { ...state, messages: messages.slice(1) };
    expect(outline(transcriptTree(rest))).toEqual(told.slice(4));
    expect(outline(transcriptTree({ ...state, messages: [] }))).toEqual(['run 3']);
  });

  it('puts a task where it belongs: behind its message, or before the one that its answer became', () => {
    const messages = [message(0, 1), message(1, 1), message(2, 1)];
    const tasks = [
      task('review', { seq: 1 }),
      task('failure', { seq: 2, kind: 'resolve_error', state: 'answered', revision: 9 }),
      task('question', { seq: 3, kind: 'give_input' }),
    ];
    expect(outline(transcriptTree(pageState({ messages, tasks })))).toEqual([
      0,
      1,
      'task review',
      'task failure',
      2,
      'task question',
    ]);
  });

  it('has the tool calls of a message with it, each with what a person was asked about it', () => {
    const asked = task('t', {
      kind: 'approve_tool_call',
      call: { toolCallId: 'b', tool: 'search', arguments: '{}', reason: 'policy', request: null },
    });
    const [node] = transcriptTree(
      pageState({
        messages: [message(1, 1)],
        tasks: [asked],
        toolCalls: [toolCall('a'), toolCall('b', { index: 1 }), toolCall('c', { messageId: null })],
      }),
    );
    expect(
      node?.kind === 'message' && node.toolCalls.map(({ call: { id }, task: about }) => [id, about]),
    ).toEqual([
      ['a', null],
      ['b', asked],
    ]);
  });

  it('shows what a manager asked before whom it chose, and with its own message where it wrote one', () => {
    const at = (second: number) => `2026-01-01T00:00:0${String(second)}Z`;
    const messages = [
      message(0, 1, { createdAt: at(0) }),
      message(1, 1, { createdAt: at(3) }),
      message(2, 1, { createdAt: at(6), source: 'boss' }),
    ];
    const of = (seq: number, second: number, purpose: CallPurpose) => ({
      seq,
      agent: 'boss',
      purpose,
      startedAt: at(second),
    });
    const calls = [
      call('a', 'completed', of(1, 1, 'select')),
      call('b', 'completed', { ...of(1, 2, 'select'), ordinal: 1 }),
      call('c', 'completed', { seq: 1, startedAt: at(2) }),
      call('d', 'completed', of(2, 5, 'plan')),
      call('e', 'open', of(3, 7, 'select')),
    ];
    const nodes = transcriptTree(pageState({ messages, calls }));
    expect(outline(nodes)).toEqual([0, 'manager 2', 1, 2]);
    const callsOf = nodes.map((node) => (node.kind === 'message' ? node.calls.map(({ id }) => id) : []));
    expect(callsOf).toEqual([[], [], ['c'], ['d']]);
  });

  it('shows a text that is being written in the frame of its team', () => {
    const messages = [message(0, 1), given(1, 1, 'desk')];
    const openCalls = [
      {
        id: 'k',
        seq: 2,
        scope: 'desk',
        agent: 'writer',
        purpose: 'reply',
        startedAt: '2026-01-01T00:00:00Z',
      },
    ] as const;
    const live = [{ seq: 2, source: 'writer', attempt: 1, text: 'Once' }];
    expect(outline(transcriptTree(pageState({ messages, openCalls, live })))).toEqual([
      0,
      ['desk', 'live 2'],
    ]);
  });
});
