import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  anyRun,
  isAtWork,
  nextSteps,
  type RandomRun,
  type RandomStep,
} from '../../../test/support/randomConversation.ts';
import { conversationStateSchema } from '../../contracts/conversation.ts';
import { nextDecision } from '../patterns/askPattern.ts';
import { managerName } from '../patterns/askPattern.ts';
import { describeState } from './describe.ts';
import { openTasks, placedTasks } from './openTasks.ts';
import { reduce } from './reduce.ts';
import { patternTeam } from './run.ts';
import { isFleeting, planAt } from './scope.ts';
import { type ConversationState, TAKEN_KEPT } from './state.ts';
import { teamAt, teamsOf } from './teams.ts';

jest.setTimeout(120_000);

const statesOf = ({ initial, steps }: RandomRun) => [initial, ...steps.map(({ state }) => state)];
const stored = (state: ConversationState) => conversationStateSchema.parse(JSON.parse(JSON.stringify(state)));
const check = (property: (run: RandomRun) => void) => {
  fc.assert(fc.property(anyRun, property), { numRuns: 300 });
};

/** Each event with the state before it. */
function transitions({ initial, steps }: RandomRun): (RandomStep & { before: ConversationState })[] {
  return steps.map((step, index) => ({ ...step, before: steps[index - 1]?.state ?? initial }));
}

/** The scope whose next speakers an event may have named. */
function scopeBegun({ event }: RandomStep): string | null {
  return event.kind === 'turn_began' || event.kind === 'managed' ? event.scope : null;
}

describe('whatever happens to a conversation, in any order that the workflow allows', () => {
  it('its state survives a payload and a row unchanged', () => {
    check((run) => {
      for (const state of statesOf(run)) expect(stored(state)).toEqual(state);
    });
  });

  it('no two messages are written to one place, and every place was given out before', () => {
    check((run) => {
      const seen = new Set<number>([0]);
      for (const { before, state, writes } of transitions(run)) {
        for (const seq of writes) {
          expect(seen.has(seq)).toBe(false);
          expect(seq).toBeLessThan(Math.max(before.nextSeq, state.nextSeq));
          seen.add(seq);
        }
        expect(state.nextSeq).toBeGreaterThanOrEqual(before.nextSeq);
      }
    });
  });

  it('speakers under way hold different places, in whatever team', () => {
    check((run) => {
      for (const state of statesOf(run)) {
        const speaking = teamsOf(state).flatMap(({ scope, team }) =>
          team.active.filter(({ step }) => step.kind !== 'manage' && isAtWork(state, scope)),
        );
        expect(new Set(speaking.map(({ seq }) => seq)).size).toBe(speaking.length);
      }
    });
  });

  it('every turn has a number of its own, and every task an id of its own', () => {
    check((run) => {
      const turns = new Set<number>();
      const tasks = new Set<string>();
      for (const { before, event, state } of transitions(run)) {
        if (event.kind === 'turn_began') {
          expect(turns.has(before.nextTurn)).toBe(false);
          turns.add(before.nextTurn);
        }
        const known = new Set(placedTasks(before).map(({ task }) => task.id));
        const ids = placedTasks(state).map(({ task }) => task.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids.filter((each) => !known.has(each))) {
          expect(tasks.has(id)).toBe(false);
          tasks.add(id);
        }
      }
    });
  });

  it('nobody speaks whom the pattern has not named, and nobody twice in a turn', () => {
    check((run) => {
      for (const step of transitions(run)) {
        const scope = scopeBegun(step);
        if (scope === null) continue;
        const plan = planAt(run.plan, scope);
        const team = teamAt(step.state, scope);
        const decision = nextDecision(patternTeam(plan), team.pattern);
        const speakers = team.active.map(({ speaker }) => speaker);
        if (decision.kind === 'speak') {
          expect(speakers).toEqual(decision.speakers);
          expect(new Set(speakers).size).toBe(speakers.length);
          for (const name of speakers) expect(plan.participants.map((each) => each.name)).toContain(name);
        } else if (decision.kind === 'manage') expect(speakers).toEqual([managerName(plan.pattern)]);
        else expect({ speakers, ended: team.outcome !== null }).toEqual({ speakers: [], ended: true });
      }
    });
  });

  it('a team that stands behind a tool has one run at a time', () => {
    check((run) => {
      for (const state of statesOf(run)) {
        const running = teamsOf(state).flatMap(({ team }) =>
          team.active.flatMap(({ step }) =>
            step.kind === 'tools'
              ? step.calls.flatMap(({ progress }) => (progress.kind === 'inner' ? [progress.scope] : []))
              : [],
          ),
        );
        expect(new Set(running).size).toBe(running.length);
      }
    });
  });

  it('a round robin goes round: turn n is that of participant n modulo their number', () => {
    check((run) => {
      const { pattern, participants } = run.plan;
      if (pattern.kind !== 'round_robin') return;
      const turns = run.steps.filter(({ event }) => event.kind === 'turn_began' && event.scope === '');
      turns.forEach(({ state }, index) => {
        expect(state.turnsTaken).toBe(index);
        expect(state.active.map(({ speaker }) => speaker)).toEqual([
          participants[index % participants.length]?.name,
        ]);
      });
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

  it('as long as it is not over, there is something that can happen next', () => {
    check((run) => {
      for (const state of statesOf(run)) {
        if (state.outcome !== null) continue;
        const goesOn = nextSteps(run.plan, { ...state, paused: false }, false, { choice: 0, index: 0 });
        expect(goesOn).not.toEqual([]);
      }
    });
  });

  it('a team that begins anew each time is there only while it works', () => {
    check((run) => {
      for (const state of statesOf(run)) {
        for (const scope of Object.keys(state.inner).filter(isFleeting)) {
          const team = teamAt(state, scope);
          const isCutOff = !isAtWork(state, scope) && team.outcome === null;
          // Where its outer turn ended under it, it goes with the conversation's end.
          if (isCutOff) continue;
          expect(team.outcome !== null || team.active.length > 0 || isAtWork(state, scope)).toBe(true);
        }
      }
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
    check((run) => {
      for (const { before, event } of transitions(run)) {
        const held = JSON.stringify(before);
        reduce(run.plan, before, event);
        expect(JSON.stringify(before)).toBe(held);
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
    const patterns = new Set<string>();
    const steps = new Set<string>();
    const tasks = new Set<string>();
    for (const run of fc.sample(anyRun, { numRuns: 1_000, seed: 1 })) {
      for (const { event, state } of run.steps) {
        kinds.add(event.kind);
        ends.add(state.outcome?.state);
        for (const { team } of teamsOf(state)) {
          patterns.add(team.pattern.kind);
          for (const { step } of team.active) {
            steps.add(step.kind);
            if (step.kind === 'tools')
              for (const { progress } of step.calls) steps.add(`call ${progress.kind}`);
          }
        }
        for (const task of openTasks(state)) tasks.add(task.kind);
      }
    }
    expect([...kinds].sort()).toEqual([
      'announced',
      'call_done',
      'call_unknown',
      'checked',
      'code_run',
      'ended',
      'inner_ended',
      'inner_opened',
      'input_wanted',
      'managed',
      'paused',
      'post_recorded',
      'post_taken',
      'replied',
      'results_recorded',
      'resumed',
      'seq_taken',
      'step_failed',
      'stop_requested',
      'task_resolved',
      'task_settled',
      'turn_began',
      'turn_ended',
    ]);
    expect(ends).toEqual(new Set([undefined, 'finished', 'stopped', 'cancelled']));
    expect([...patterns].sort()).toEqual([
      'graph',
      'magentic_one',
      'round_robin',
      'selector',
      'single_agent',
      'swarm',
    ]);
    expect([...steps].sort()).toEqual([
      'ask',
      'call close_inner',
      'call done',
      'call inner',
      'call open_inner',
      'call run',
      'call settle',
      'call task',
      'done',
      'inner',
      'manage',
      'open_inner',
      'reply',
      'results',
      'run_code',
      'settle',
      'task',
      'tools',
    ]);
    expect([...tasks].sort()).toEqual(['approve_tool_call', 'give_input', 'resolve_error', 'review_message']);
  });
});
