import { describe, expect, it } from '@jest/globals';
import { type EndCause, endCause } from '../../../../workflows/domain/conversation/endCause.ts';
import { type ConversationStateName, isOver } from '../../../../workflows/domain/recordStates.ts';
import { agent, team, type TeamConfig } from '../../../../workflows/domain/team.ts';
import type { TerminationState } from '../../../../workflows/domain/terminations/condition.ts';
import { head, pageState } from '../../../test/support/views.ts';
import type { ControlView } from '../../data/conversations/control.ts';
import { teamPlanView } from '../../data/conversations/teamView.ts';
import { continueOptions } from './continueOptions.ts';

const plan = (changes: Partial<TeamConfig> = {}) =>
  teamPlanView(team({ participants: [agent({ name: 'writer' })], ...changes }));

const ended = (state: ConversationStateName, stopReason: string | null, changes: Partial<ControlView> = {}) =>
  pageState({
    conversation: head(2, { state, stopReason, endedAt: '2026-01-01T00:00:00Z' }),
    control: {
      run: 0,
      isEnd: true,
      endedBy: endCause({
        outcome: isOver(state) ? { state, stopReason } : null,
        termination: changes.termination ?? null,
      }),
      termination: null,
      turnsTaken: 1,
      turn: 1,
      nextSeq: 2,
      unchecked: [],
      silentCostMicroUsd: 0,
      active: [],
      handoff: null,
      ...changes,
    },
  });

describe('how a conversation that has ended may go on', () => {
  it('goes on without a task where a limit or a person ended it', () => {
    const without = (
      state: ConversationStateName,
      reason: string | null,
      of = plan(),
      control: Partial<ControlView> = {},
    ) => continueOptions(ended(state, reason, control), of)?.withoutTask;
    const firedBy = (termination: TerminationState) =>
      without('finished', termination.fired, plan({ maxTurns: 1 }), { termination });
    const enough = 'Maximum number of messages 5 reached, current message count: 5';
    const messages: TerminationState = { kind: 'max_messages', count: 5, fired: enough };
    const done: TerminationState = { kind: 'text_mention', fired: "Text 'DONE' mentioned" };
    expect(firedBy(messages)).toBe(true);
    expect(firedBy(done)).toBe(false);
    expect(
      firedBy({ kind: 'or', fired: `${enough}, Text 'DONE' mentioned`, conditions: [messages, done] }),
    ).toBe(true);
    const notYet: TerminationState = {
      kind: 'and',
      fired: null,
      conditions: [messages, { ...done, fired: null }],
    };
    expect(firedBy({ kind: 'or', fired: "Text 'DONE' mentioned", conditions: [notYet, done] })).toBe(false);
    const threeTurns = plan({ maxTurns: 3 });
    const endedBy = (cause: EndCause, turnsTaken: number) =>
      without('finished', null, threeTurns, { endedBy: cause, turnsTaken });
    expect(endedBy('turn_limit', 3)).toBe(true);
    // A pattern may reach its own end in its last turn, which is then the cause.
    expect(endedBy('pattern', 3)).toBe(false);
    expect(endedBy('pattern', 2)).toBe(false);
    expect(without('stopped', 'Stopped')).toBe(true);
    expect(without('finished', "Text 'DONE' mentioned")).toBe(false);
    const magentic = plan({
      pattern: { kind: 'magentic_one', model: null, maxStalls: 3, maxResets: null, finalAnswerPrompt: null },
    });
    expect(without('stopped', null, magentic)).toBe(false);
  });

  it('is answered with a handoff back where a swarm has handed over to somebody outside', () => {
    const away = ended('finished', 'Handoff', { handoff: { source: 'writer', target: 'user' } });
    expect(continueOptions(away, plan())).toEqual({
      handBackTo: { participant: 'writer', target: 'user' },
      withoutTask: false,
    });
    const inside = ended('finished', null, { handoff: { source: 'user', target: 'writer' } });
    expect(continueOptions(inside, plan())?.handBackTo).toBeNull();
  });

  it('can not where there is no end to go on from', () => {
    expect(continueOptions(pageState(), plan())).toBeNull();
    expect(continueOptions(ended('failed', null), plan())).toBeNull();
    expect(continueOptions({ ...ended('finished', null), control: null }, plan())).toBeNull();
  });
});
