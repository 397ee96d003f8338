import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRun, type RandomRun } from '../../../test/support/randomConversation.ts';
import { conversationStateSchema } from '../../contracts/conversation.ts';
import { describeState } from './describe.ts';
import type { ConversationEvent } from './event.ts';
import { reduce } from './reduce.ts';
import { TAKEN_KEPT, type ConversationState } from './state.ts';

const statesOf = ({ initial, steps }: RandomRun) => [initial, ...steps.map(({ state }) => state)];
const stored = (state: ConversationState) => conversationStateSchema.parse(JSON.parse(JSON.stringify(state)));
const check = (property: (run: RandomRun) => void) => {
  fc.assert(fc.property(anyRun, property), { numRuns: 300 });
};

/** The place in the transcript that an event's message is written to, where it writes one. */
function writtenSeq(event: ConversationEvent, before: ConversationState): number[] {
  if (event.kind === 'replied' || event.kind === 'post_recorded') return [event.message.seq];
  if (event.kind !== 'task_settled') return [];
  const settled = before.active.find(({ step }) => step.kind === 'settle' && step.task.id === event.taskId);
  return settled?.step.kind === 'settle' && settled.step.resolution.decision === 'reply' ? [settled.seq] : [];
}

describe('whatever happens to a conversation, in any order that the workflow allows', () => {
  it('its state survives a payload and a row unchanged', () => {
    check((run) => {
      for (const state of statesOf(run)) expect(stored(state)).toEqual(state);
    });
  });

  it('no two messages are written to one place, and every place was given out before', () => {
    check(({ initial, steps }) => {
      const seen = new Set<number>();
      let before = initial;
      for (const { event, state } of steps) {
        for (const seq of writtenSeq(event, before)) {
          expect(seen.has(seq)).toBe(false);
          expect(seq).toBeLessThan(before.nextSeq);
          seen.add(seq);
        }
        expect(state.nextSeq).toBeGreaterThanOrEqual(before.nextSeq);
        before = state;
      }
    });
  });

  it('speakers under way hold different places', () => {
    check((run) => {
      for (const { active } of statesOf(run)) {
        expect(new Set(active.map(({ seq }) => seq)).size).toBe(active.length);
      }
    });
  });

  it('a conversation that is over stays over, with the same reason', () => {
    check((run) => {
      const states = statesOf(run);
      const end = states.findIndex(({ outcome }) => outcome !== null);
      if (end === -1) return;
      for (const { outcome } of states.slice(end)) expect(outcome).toEqual(states[end]?.outcome);
    });
  });

  it('nobody speaks out of turn: turn n is that of participant n modulo their number', () => {
    check(({ plan, steps }) => {
      const turns = steps.filter(({ event }) => event.kind === 'turn_began');
      turns.forEach(({ state }, index) => {
        expect(state.turnsTaken).toBe(index);
        expect(state.active.map(({ speaker }) => speaker)).toEqual([
          plan.participants[index % plan.participants.length]?.name,
        ]);
      });
    });
  });

  it('it goes on from any stored state as it would have gone on without', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), ({ plan, initial, steps }, pick) => {
        const from = pick % (steps.length + 1);
        const start = from === 0 ? initial : (steps[from - 1]?.state ?? initial);
        const rest = steps.slice(from).map(({ event }) => event);
        const end = rest.reduce((state, event) => stored(reduce(plan, state, event)), stored(start));
        expect(end).toEqual(steps.at(-1)?.state ?? initial);
      }),
      { numRuns: 300 },
    );
  });

  it('reducing changes no state that somebody else holds', () => {
    check(({ plan, initial, steps }) => {
      let before = initial;
      for (const { event, state } of steps) {
        const held = JSON.stringify(before);
        reduce(plan, before, event);
        expect(JSON.stringify(before)).toBe(held);
        before = state;
      }
    });
  });

  it('it remembers a bounded number of submissions, each once', () => {
    check((run) => {
      for (const { taken } of statesOf(run)) {
        expect(taken.length).toBeLessThanOrEqual(TAKEN_KEPT);
        expect(new Set(taken).size).toBe(taken.length);
      }
    });
  });

  it('it can be described', () => {
    check((run) => {
      for (const state of statesOf(run)) expect(describeState(state)).not.toBe('');
    });
  });
});

describe('the random conversations', () => {
  it('reach everything that can happen', () => {
    const kinds = new Set<string>();
    const ends = new Set<string | undefined>();
    for (const { steps } of fc.sample(anyRun, { numRuns: 400, seed: 1 })) {
      for (const { event, state } of steps) {
        kinds.add(event.kind);
        ends.add(state.outcome?.state);
      }
    }
    expect([...kinds].sort()).toEqual([
      'checked',
      'ended',
      'input_wanted',
      'paused',
      'post_recorded',
      'post_taken',
      'replied',
      'reply_failed',
      'resumed',
      'stop_requested',
      'task_resolved',
      'task_settled',
      'turn_began',
      'turn_ended',
    ]);
    expect(ends).toEqual(new Set([undefined, 'finished', 'stopped', 'cancelled']));
  });
});
