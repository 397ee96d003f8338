import { describe, expect, it } from '@jest/globals';
import type { MessageFacts } from '../../../message.ts';
import {
  initialPattern,
  managedPattern,
  nextDecision,
  observePattern,
  refusePattern,
  startPattern,
} from '../../askPattern.ts';
import type { Decision, ManagerResult, PatternState } from '../../registry.ts';
import type { PlannedMagenticOne } from './magenticOne.ts';

type Entry = 'goes' | 'stalls' | 'satisfied';

const task: MessageFacts[] = [{ seq: 0, type: 'TextMessage', source: 'user', mentions: [] }];

function teamOf(config: Partial<PlannedMagenticOne> = {}) {
  return {
    config: { kind: 'magentic_one' as const, maxTurns: null, maxStalls: 3, maxResets: null, ...config },
    participants: ['surfer', 'coder'],
  };
}

/** What happens as the ledger says this and that, until it ends or nothing more is said. */
function story(team: ReturnType<typeof teamOf>, entries: Entry[], from?: PatternState): string[] {
  let state = startPattern(team, from ?? initialPattern(team), task);
  const told: string[] = [];
  const left = [...entries];
  for (let step = 0; step < 100; step += 1) {
    const decision = nextDecision(team, state);
    told.push(tell(decision));
    if (decision.kind === 'finish') return told;
    if (decision.kind === 'speak') {
      state = observePattern(team, state, { speakers: decision.speakers, messages: [] });
      continue;
    }
    if (decision.work.kind === 'progress' && left.length === 0) return told;
    state = managedPattern(team, state, resultOf(decision, left));
  }
  return told;
}

function tell(decision: Decision): string {
  if (decision.kind === 'speak') return decision.speakers.join();
  if (decision.kind === 'finish') return `end: ${String(decision.stopReason)}`;
  const { work } = decision;
  return work.kind === 'progress' && work.lastStall ? 'progress, last stall' : work.kind;
}

function resultOf(decision: Decision & { kind: 'manage' }, left: Entry[]): ManagerResult {
  switch (decision.work.kind) {
    case 'plan':
    case 'replan':
      return { kind: 'planned' };
    case 'progress': {
      const entry = left.shift();
      return {
        kind: 'progress',
        satisfied: entry === 'satisfied',
        stalled: entry === 'stalls',
        reason: 'because',
        speaker: 'surfer',
      };
    }
    case 'final_answer':
      return { kind: 'answered' };
    case 'select':
      throw new Error('Magentic-One selects through its ledger');
  }
}

describe('Magentic-One', () => {
  it('plans, lets the ledger name speakers, and answers once the request is satisfied', () => {
    expect(story(teamOf(), ['goes', 'goes', 'satisfied'])).toEqual([
      'plan',
      'progress',
      'surfer',
      'progress',
      'surfer',
      'progress',
      'final_answer',
      'end: because',
    ]);
  });

  it('plans anew at too many stalls, and then counts them from none', () => {
    expect(story(teamOf({ maxStalls: 2 }), ['stalls', 'stalls', 'stalls', 'goes', 'satisfied'])).toEqual([
      'plan',
      'progress',
      'surfer',
      'progress, last stall',
      'replan',
      'progress',
      'surfer',
      'progress, last stall',
      'surfer',
      'progress',
      'final_answer',
      'end: because',
    ]);
  });

  it('forgives a stall for each step forward', () => {
    const told = story(teamOf({ maxStalls: 2 }), ['stalls', 'goes', 'stalls', 'goes', 'stalls', 'goes']);
    expect(told).not.toContain('replan');
  });

  it('answers with what it has after as many entries as the team has turns', () => {
    expect(story(teamOf({ maxTurns: 2 }), ['goes', 'goes', 'goes'])).toEqual([
      'plan',
      'progress',
      'surfer',
      'progress',
      'surfer',
      'final_answer',
      'end: Max rounds reached.',
    ]);
  });

  it('answers with what it has once it may not plan anew again', () => {
    expect(story(teamOf({ maxStalls: 1, maxResets: 1 }), ['stalls', 'stalls'])).toEqual([
      'plan',
      'progress, last stall',
      'replan',
      'progress, last stall',
      'final_answer',
      'end: Max resets reached.',
    ]);
  });

  it('counts rounds, stalls and plans anew for each task', () => {
    const team = teamOf({ maxTurns: 2, maxStalls: 2 });
    const spent: PatternState = {
      kind: 'magentic_one',
      phase: 'speak',
      rounds: 2,
      stalls: 1,
      resets: 4,
      speaker: 'coder',
      reason: null,
    };
    expect(story(team, ['goes', 'satisfied'], spent)).toEqual(story(team, ['goes', 'satisfied']));
  });

  it('asks for the ledger again where an entry is passed over, within its rounds', () => {
    const team = teamOf({ maxTurns: 1 });
    let state = startPattern(team, initialPattern(team), task);
    state = managedPattern(team, state, { kind: 'planned' });
    state = managedPattern(team, state, { kind: 'skipped' });
    expect(tell(nextDecision(team, state))).toBe('final_answer');
    state = managedPattern(team, state, { kind: 'skipped' });
    expect(tell(nextDecision(team, state))).toBe('end: Max rounds reached.');
  });

  it('does not go on without a task', () => {
    const team = teamOf();
    expect(refusePattern(team, initialPattern(team), [])).toMatch('write one');
    expect(refusePattern(team, initialPattern(team), task)).toBeNull();
  });
});
