import { describe, expect, it } from '@jest/globals';
import type { MessageFacts } from '../../message.ts';
import { initialPattern, nextDecision, observePattern, refusePattern, startPattern } from '../askPattern.ts';
import type { PatternState } from '../registry.ts';

const team = { config: { kind: 'swarm' }, participants: ['triage', 'refunds', 'sales'] } as const;

const says = (source: string): MessageFacts => ({ seq: 0, type: 'TextMessage', source, mentions: [] });
const handsTo = (source: string, target: string): MessageFacts => ({
  seq: 0,
  type: 'HandoffMessage',
  source,
  target,
  mentions: [],
});

function after(state: PatternState, speaker: string, ...messages: MessageFacts[]): PatternState {
  return observePattern(team, state, { speakers: [speaker], messages });
}

describe('a swarm', () => {
  const begun = startPattern(team, initialPattern(team), [says('user')]);

  it('begins with the first participant, who goes on until they hand over', () => {
    expect(nextDecision(team, begun)).toEqual({ kind: 'speak', speakers: ['triage'] });
    expect(nextDecision(team, after(begun, 'triage', says('triage')))).toEqual({
      kind: 'speak',
      speakers: ['triage'],
    });
    expect(nextDecision(team, after(begun, 'triage'))).toEqual({ kind: 'speak', speakers: ['triage'] });
  });

  it('goes on with the target of the latest handoff', () => {
    const moved = after(begun, 'triage', handsTo('triage', 'refunds'));
    expect(nextDecision(team, moved)).toEqual({ kind: 'speak', speakers: ['refunds'] });
    const stays = after(moved, 'refunds', says('refunds'));
    expect(nextDecision(team, stays)).toEqual({ kind: 'speak', speakers: ['refunds'] });
  });

  it('begins with whom the task hands over to', () => {
    const task = [says('user'), handsTo('user', 'sales')];
    expect(nextDecision(team, startPattern(team, initialPattern(team), task))).toEqual({
      kind: 'speak',
      speakers: ['sales'],
    });
  });

  it('keeps the speaker over runs', () => {
    const moved = after(begun, 'triage', handsTo('triage', 'refunds'));
    expect(refusePattern(team, moved, [says('user')])).toBeNull();
    expect(nextDecision(team, startPattern(team, moved, [says('user')]))).toEqual({
      kind: 'speak',
      speakers: ['refunds'],
    });
  });

  it('refuses a task that hands over to nobody of the team', () => {
    expect(refusePattern(team, begun, [handsTo('user', 'nobody')])).toBe(
      'The task hands over to "nobody", who is not in the team; hand over to triage, refunds or sales.',
    );
  });

  describe('that was handed to a person', () => {
    const waiting = after(begun, 'triage', handsTo('triage', 'user'));

    it('ends, and says how to go on', () => {
      expect(nextDecision(team, waiting)).toEqual({
        kind: 'finish',
        failed: true,
        stopReason:
          'triage handed over to "user", who is not in the team. Continue with a handoff message to triage, refunds or sales, or end such runs with a handoff condition for "user".',
      });
    });

    it.each([[[says('user')]], [[]]])('refuses to go on without a handoff', (task) => {
      expect(refusePattern(team, waiting, task)).toBe(
        'triage handed over to "user", who is not in the team; continue with a handoff message to triage, refunds or sales.',
      );
    });

    it('goes on with a handoff to a participant', () => {
      const task = [handsTo('user', 'refunds')];
      expect(refusePattern(team, waiting, task)).toBeNull();
      expect(nextDecision(team, startPattern(team, waiting, task))).toEqual({
        kind: 'speak',
        speakers: ['refunds'],
      });
    });
  });
});
