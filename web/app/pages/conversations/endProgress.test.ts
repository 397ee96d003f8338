import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../../../workflows/domain/team.ts';
import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import { head, message, pageState } from '../../../test/support/views.ts';
import type { ControlView } from '../../data/conversations/control.ts';
import { teamPlanView } from '../../data/conversations/teamView.ts';
import { endProgress } from './endProgress.ts';

const NOW_MS = Date.parse('2026-01-01T00:10:00Z');

const planFor = (termination: TerminationCondition) =>
  teamPlanView(team({ participants: [agent({ name: 'writer' })], termination }));

const control = (changes: Partial<ControlView>): ControlView => ({
  run: 0,
  isEnd: false,
  endedBy: null,
  termination: null,
  turnsTaken: 3,
  turn: 5,
  nextSeq: 8,
  unchecked: [],
  silentCostMicroUsd: 0,
  active: [{ scope: '', turn: 5, speaker: 'writer', step: 'reply' }],
  handoff: null,
  ...changes,
});

describe('how near the end is', () => {
  const messages = { kind: 'max_messages', maxMessages: 9, includeAgentEvents: false } as const;
  const stood = control({ termination: { kind: 'max_messages', count: 5, fired: null } });

  it('is what the conditions have counted, and what was said since', () => {
    const state = pageState({
      control: stood,
      messages: [
        message(6, 1, { turn: 4 }),
        // Posted before the turn began, and counted then.
        message(6, 1, { id: 'post', turn: 5, source: 'user' }),
        message(7, 1, { turn: 5 }),
        message(8, 1, { turn: 6, source: 'user' }),
        message(9, 1, { turn: 6, scope: 'desk', source: 'reporter' }),
        message(10, 1, { turn: 6, scope: 'desk~6', source: 'aside' }),
        message(11, 1, { turn: 5, source: 'RoundRobinGroupChatManager' }),
        message(12, 1, { turn: 6, copied: true }),
      ],
    });
    const progress = endProgress(state, planFor(messages), NOW_MS);
    expect(progress.basis).toBe('estimated');
    expect(progress.condition?.measures).toEqual([{ unit: 'messages', current: 8, limit: 9 }]);
    expect(progress.turns).toEqual({ taken: 3, limit: null });
  });

  it('is as it was at the end once it is over', () => {
    const state = pageState({
      conversation: head(9, { state: 'finished', endedAt: '2026-01-01T00:00:00Z' }),
      control: control({
        isEnd: true,
        endedBy: 'condition',
        termination: { kind: 'max_messages', count: 9, fired: 'Maximum' },
        active: [],
      }),
      messages: [message(9, 1, { turn: 9 })],
    });
    expect(endProgress(state, planFor(messages), NOW_MS)).toMatchObject({
      basis: 'end',
      condition: { fired: 'Maximum', measures: [{ current: 9 }] },
    });
  });

  it('begins with nothing where no turn was stored', () => {
    const state = pageState({ messages: [message(0, 1, { source: 'user' })] });
    expect(endProgress(state, planFor(messages), NOW_MS).condition?.measures[0]?.current).toBe(1);
  });

  it('counts the tokens and the cost of calls, those without a message too', () => {
    const state = pageState({
      control: control({
        silentCostMicroUsd: 30,
        termination: {
          kind: 'or',
          fired: null,
          conditions: [
            { kind: 'token_usage', prompt: 10, completion: 1, fired: null },
            { kind: 'cost', spentMicroUsd: 100, fired: null },
          ],
        },
      }),
      messages: [
        message(7, 1, { turn: 5, modelCallId: 'k', usage: { promptTokens: 5, completionTokens: 2 } }),
      ],
      calls: [{ id: 'k', costMicroUsd: 7 }] as never,
    });
    const plan = planFor({
      kind: 'or',
      conditions: [
        { kind: 'token_usage', maxTotal: 100, maxPrompt: null, maxCompletion: null },
        { kind: 'cost', maxMicroUsd: 1_000 },
      ],
    });
    const [tokens, cost] = endProgress(state, plan, NOW_MS).condition?.conditions ?? [];
    expect(tokens?.measures[0]?.current).toBe(18);
    expect(cost?.measures[0]?.current).toBe(137);
  });

  it('sees a text mentioned in a turn that is not over', () => {
    const state = pageState({
      control: control({}),
      messages: [message(7, 1, { turn: 5, content: 'All DONE' })],
    });
    const plan = planFor({ kind: 'text_mention', text: 'DONE', sources: null });
    expect(endProgress(state, plan, NOW_MS).condition?.fired).toBe("Text 'DONE' mentioned");
  });
});
