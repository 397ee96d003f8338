import { describe, expect, it } from '@jest/globals';
import { facts, NOW_MS, plannedAgent, planWith } from '../../../test/support/plans.ts';
import type { PersonDecision } from '../tasks/registry.ts';
import type { ConversationEvent } from './event.ts';
import { reduce } from './reduce.ts';
import { initialConversation } from './run.ts';
import type { ConversationState } from './state.ts';

const TASK = '11111111-1111-4111-8111-111111111111';
const POST = '22222222-2222-4222-8222-222222222222';
const MANAGER = 'SelectorGroupChatManager';
const failure = { type: 'model_unauthorized', message: 'The key is wrong' };

const plan = planWith([plannedAgent('writer'), plannedAgent('critic')], {
  pattern: { kind: 'selector', allowRepeatedSpeaker: false, filtered: false, shownAttempts: 0 },
});

/** A selector's model has failed, and somebody has posted before they decide what comes of it. */
function afterDecision(decision: PersonDecision): ConversationState {
  const events: ConversationEvent[] = [
    { kind: 'turn_began', scope: '' },
    { kind: 'step_failed', scope: '', speaker: MANAGER, failure, taskId: TASK, nowMs: NOW_MS },
    { kind: 'post_taken', submissionId: POST },
    { kind: 'post_recorded', message: facts(1, 'user') },
    {
      kind: 'task_resolved',
      taskId: TASK,
      resolution: { by: 'person', decision, submissionId: TASK, userId: 'user-1' },
    },
    { kind: 'task_settled', taskId: TASK, message: null },
  ];
  const initial = initialConversation(plan, [facts(0, 'user')], NOW_MS);
  return events.reduce((state, event) => reduce(plan, state, event), initial);
}

describe('an agent whose tools could not be reached', () => {
  const away = { type: 'tool_unreachable', message: 'It is away', details: { tools: [2, 0] } };
  const agents = planWith([plannedAgent('writer')]);
  const begun = initialConversation(agents, [facts(0, 'user')], NOW_MS);
  const decided = (state: ConversationState, decision: PersonDecision, tools = away.details.tools) => {
    const events: ConversationEvent[] = [
      {
        kind: 'step_failed',
        scope: '',
        speaker: 'writer',
        failure: { ...away, details: { tools } },
        taskId: TASK,
        nowMs: NOW_MS,
      },
      {
        kind: 'task_resolved',
        taskId: TASK,
        resolution: { by: 'person', decision, submissionId: TASK, userId: 'user-1' },
      },
      { kind: 'task_settled', taskId: TASK, message: null },
    ];
    return events.reduce((before, event) => reduce(agents, before, event), state);
  };
  const turn = reduce(agents, begun, { kind: 'turn_began', scope: '' });

  it('goes on without them for the rest of its turn, and asks for them again in the next', () => {
    const without = decided(turn, 'without_tools');
    expect(without.active).toMatchObject([{ step: { kind: 'reply' }, leftOut: [2, 0] }]);
    expect(decided(without, 'without_tools', [1]).active).toMatchObject([{ leftOut: [2, 0, 1] }]);
    expect(decided(turn, 'retry').active[0]).not.toHaveProperty('leftOut');
  });
});

describe('a manager whose model has failed', () => {
  it('asks again having read what was posted, and holds not the place at which that stands', () => {
    const [manager] = afterDecision('retry').active;
    expect(manager).toMatchObject({ speaker: MANAGER, seq: 2, readBefore: 2, step: { kind: 'manage' } });
  });

  it('has no turn that could pass: without an answer the pattern falls back', () => {
    expect(afterDecision('skip').active).toMatchObject([{ speaker: 'writer', step: { kind: 'reply' } }]);
  });
});
