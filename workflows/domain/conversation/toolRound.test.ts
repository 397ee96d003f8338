import { describe, expect, it } from '@jest/globals';
import { facts, NOW_MS, plannedAgent, planWith } from '../../../test/support/plans.ts';
import type { MessageFacts } from '../message.ts';
import type { PlannedAgent } from '../plan.ts';
import type { PersonDecision } from '../tasks/registry.ts';
import type { ConversationEvent, PlannedCall } from './event.ts';
import { openTasks } from './openTasks.ts';
import { reduce } from './reduce.ts';
import { initialConversation } from './run.ts';
import type { CallStep, ConversationState } from './state.ts';

const TASKS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const UNKNOWN_TASK = '33333333-3333-4333-8333-333333333333';
const at = { scope: '', speaker: 'writer' };
const seed = { taskId: '44444444-4444-4444-8444-444444444444', nowMs: NOW_MS };
const lab = planWith([plannedAgent('chemist')], { maxTurns: 1 });

/** A team of one writer who has made these calls, its request standing at 1. */
function called(calls: Partial<PlannedCall>[], agent: Partial<PlannedAgent> = {}) {
  const plan = planWith([plannedAgent('writer', agent)]);
  let state: ConversationState = initialConversation(plan, [facts(0, 'user')], NOW_MS);
  const apply = (...events: ConversationEvent[]) => {
    for (const event of events) state = reduce(plan, state, event);
    return state;
  };
  const planned = calls.map((call, index): PlannedCall => ({
    index,
    tool: 'pay',
    settled: false,
    handoff: null,
    needsApproval: false,
    idempotent: false,
    ...call,
  }));
  const request: MessageFacts = { ...facts(state.nextSeq, 'writer'), type: 'ToolCallRequestEvent' };
  apply(
    { kind: 'turn_began', scope: '' },
    { kind: 'replied', ...at, result: { messages: [request], calls: planned }, callTaskIds: TASKS, ...seed },
  );
  return {
    apply,
    /** Makes the same calls again, in a later round. */
    callAgain: () =>
      apply({
        kind: 'replied',
        ...at,
        result: { messages: [request], calls: planned },
        callTaskIds: TASKS,
        ...seed,
      }),
    decide: (taskId: string, decision: PersonDecision) =>
      apply(
        {
          kind: 'task_resolved',
          taskId,
          resolution: { by: 'person', decision, submissionId: taskId, userId: 'user-1' },
        },
        { kind: 'task_settled', taskId, message: null },
      ),
    state: () => state,
  };
}

const stepOf = (state: ConversationState) => state.active[0]?.step;
function progressOf(state: ConversationState): CallStep['progress'][] {
  const step = stepOf(state);
  return step?.kind === 'tools' ? step.calls.map(({ progress }) => progress) : [];
}

describe('a call', () => {
  it('that nothing stands against is made at once, again only where its tool allows that', () => {
    const { state } = called([{}, { idempotent: true }]);
    expect(progressOf(state())).toEqual(
      [
        { kind: 'run', mayRepeat: false },
        { kind: 'run', mayRepeat: false },
      ].map((progress, index) => ({ ...progress, mayRepeat: index === 1 })),
    );
  });

  it('that is a team’s is a run of it', () => {
    const { state } = called([{ tool: 'lab' }], { teams: { lab } });
    expect(progressOf(state())).toEqual([{ kind: 'open_inner', scope: 'writer.lab' }]);
  });

  it('that a policy stands against waits for a person, a week at most', () => {
    const { state } = called([{ needsApproval: true, tool: 'refund' }]);
    expect(openTasks(state())).toEqual([
      {
        kind: 'approve_tool_call',
        id: TASKS[0],
        speaker: 'writer',
        turn: 0,
        seq: 1,
        deadlineAtMs: NOW_MS + 7 * 24 * 60 * 60 * 1000,
        onDeadline: 'reject',
        index: 0,
        tool: 'refund',
        reason: 'policy',
      },
    ]);
  });

  it('whose outcome nobody knows asks a person, and may be made again if they say so', () => {
    const round = called([{}]);
    round.apply({ kind: 'call_unknown', ...at, index: 0, taskId: UNKNOWN_TASK, nowMs: NOW_MS });
    expect(openTasks(round.state())).toMatchObject([{ id: UNKNOWN_TASK, reason: 'outcome_unknown', seq: 1 }]);
    expect(progressOf(round.decide(UNKNOWN_TASK, 'approve'))).toEqual([{ kind: 'run', mayRepeat: true }]);
  });
});

describe('a person’s decision on a call', () => {
  it.each(['approve', 'edit'] as const)(
    '"%s": it is made, and the next one is asked about again',
    (decision) => {
      const round = called([{ needsApproval: true }], { maxToolIterations: 2 });
      expect(progressOf(round.decide(TASKS[0] ?? '', decision))).toEqual([{ kind: 'run', mayRepeat: false }]);
      expect(round.state().approvedTools).toEqual([]);
    },
  );

  it('"reject": it is not made, and the round goes on without it', () => {
    const round = called([{ needsApproval: true }, {}]);
    expect(progressOf(round.decide(TASKS[0] ?? '', 'reject'))).toEqual([
      { kind: 'done' },
      { kind: 'run', mayRepeat: false },
    ]);
  });

  it('"approve_for_run": it is made, and so are later ones of the tool by the same agent', () => {
    const round = called([{ needsApproval: true }], { maxToolIterations: 3 });
    round.decide(TASKS[0] ?? '', 'approve_for_run');
    expect(round.state().approvedTools).toEqual(['writer.pay']);
    round.apply({ kind: 'call_done', ...at, index: 0 }, { kind: 'results_recorded', ...at, messages: [] });
    expect(progressOf(round.callAgain())).toEqual([{ kind: 'run', mayRepeat: false }]);
  });

  it('of the deadline is a rejection', () => {
    const round = called([{ needsApproval: true }]);
    const taskId = TASKS[0] ?? '';
    round.apply(
      { kind: 'task_resolved', taskId, resolution: { by: 'deadline', decision: 'reject' } },
      { kind: 'task_settled', taskId, message: null },
    );
    expect(stepOf(round.state())?.kind).toBe('results');
  });

  it('leaves the other calls of the round as they are', () => {
    const round = called([{ needsApproval: true }, { needsApproval: true, tool: 'refund' }]);
    round.decide(TASKS[1] ?? '', 'approve');
    expect(progressOf(round.state()).map(({ kind }) => kind)).toEqual(['task', 'run']);
  });
});

describe('once all calls of a round are done', () => {
  it('their results take the next place, in whatever order they came', () => {
    const round = called([{}, {}]);
    round.apply({ kind: 'call_done', ...at, index: 1 });
    expect(stepOf(round.state())?.kind).toBe('tools');
    round.apply({ kind: 'call_done', ...at, index: 0 });
    expect(round.state().active[0]).toMatchObject({ seq: 2, step: { kind: 'results', requestSeq: 1 } });
  });

  it('calls that need nothing are done with the reply itself', () => {
    const { state } = called([{ settled: true }]);
    expect(stepOf(state())?.kind).toBe('results');
  });

  it.each([
    ['they are the message', {}, [{}], 'summary', 4],
    ['the model puts them into words', { reflectOnToolUse: true }, [{}], 'reflection', 3],
    ['tools may be called again', { maxToolIterations: 2, reflectOnToolUse: true }, [{}], 'reply', 3],
    [
      'a handoff ends the turn',
      { maxToolIterations: 2 },
      [{}, { settled: true, handoff: 'sales' }],
      'handoff',
      4,
    ],
  ] as const)('%s', (_what, agent, calls, then, nextSeq) => {
    const round = called([...calls], agent);
    round.apply({ kind: 'call_done', ...at, index: 0 });
    expect(stepOf(round.state())).toMatchObject({ kind: 'results', then });
    // Where they end the turn, its message has a place right behind.
    expect(round.state().nextSeq).toBe(nextSeq);
  });

  it('the turn says all that was said in it, events included', () => {
    const round = called([{}], { reflectOnToolUse: true });
    const results: MessageFacts = { ...facts(2, 'writer'), type: 'ToolCallExecutionEvent' };
    round.apply(
      { kind: 'call_done', ...at, index: 0 },
      { kind: 'results_recorded', ...at, messages: [results] },
    );
    expect(round.state().active[0]).toMatchObject({
      seq: 3,
      step: { kind: 'reply', iteration: 1, purpose: 'reflection' },
    });
    const answer = { messages: [facts(3, 'writer')], calls: [] };
    round.apply({ kind: 'replied', ...at, result: answer, callTaskIds: [], ...seed });
    expect(round.state().active[0]?.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(stepOf(round.state())).toEqual({ kind: 'done' });
  });

  it('a model that calls tools up to its limit is asked no further time', () => {
    const round = called([{}], { maxToolIterations: 2 });
    const done: ConversationEvent[] = [
      { kind: 'call_done', ...at, index: 0 },
      { kind: 'results_recorded', ...at, messages: [] },
    ];
    round.apply(...done);
    expect(stepOf(round.state())).toEqual({ kind: 'reply', iteration: 1, purpose: 'reply' });
    round.callAgain();
    round.apply(...done);
    expect(stepOf(round.state())).toEqual({ kind: 'done' });
  });
});
