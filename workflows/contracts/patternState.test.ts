import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCondition, anyFacts } from '../../test/support/randomTermination.ts';
import type { PatternState, PlannedPattern } from '../domain/patterns/registry.ts';
import { initialTermination, observeTermination } from '../domain/terminations/observe.ts';
import { patternStateSchema, plannedPatternSchema, terminationStateSchema } from './patternState.ts';

const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const states: PatternState[] = [
  { kind: 'round_robin', nextIndex: 2 },
  { kind: 'single_agent', answered: true },
  { kind: 'swarm', current: 'a', handoff: { target: 'user', source: 'a' } },
  {
    kind: 'graph',
    ready: ['b'],
    remaining: { c: { c: 1 } },
    enqueued: { d: { loop: true } },
    triggered: { b: ['b'] },
  },
  { kind: 'selector', previous: null, chosen: 'b' },
  {
    kind: 'magentic_one',
    phase: 'speak',
    rounds: 3,
    stalls: 1,
    resets: 0,
    speaker: 'coder',
    reason: null,
  },
];

const patterns: PlannedPattern[] = [
  { kind: 'round_robin' },
  { kind: 'single_agent' },
  { kind: 'swarm' },
  {
    kind: 'graph',
    startNode: null,
    nodes: [
      {
        name: 'a',
        activation: 'all',
        edges: [{ target: 'b', condition: 'YES', activationGroup: 'b', activationCondition: 'any' }],
      },
    ],
  },
  { kind: 'selector', allowRepeatedSpeaker: false, filtered: true, shownAttempts: 0 },
  { kind: 'magentic_one', maxTurns: 20, maxStalls: 3, maxResets: null },
];

describe('what is stored of a conversation', () => {
  it.each(states)('keeps the state of $kind', (state) => {
    expect(patternStateSchema.parse(again(state))).toEqual(state);
  });

  it.each(patterns)('keeps the pattern $kind', (pattern) => {
    expect(plannedPatternSchema.parse(again(pattern))).toEqual(pattern);
  });

  it('keeps the state of every condition at every check', () => {
    fc.assert(
      fc.property(
        anyCondition,
        fc.array(fc.array(anyFacts, { maxLength: 3 }), { maxLength: 5 }),
        (condition, checks) => {
          let state = initialTermination(condition);
          for (const messages of checks) {
            expect(terminationStateSchema.parse(again(state))).toEqual(state);
            state = observeTermination(condition, state, { messages, stopRequested: false, nowMs: 5 });
          }
        },
      ),
    );
  });

  it('is read as version 0.1.0 stored it', () => {
    const state = {
      kind: 'and',
      fired: null,
      conditions: [
        { kind: 'max_messages', count: 2, fired: null },
        { kind: 'text_mention', fired: "Text 'DONE' mentioned" },
        { kind: 'or', fired: null, conditions: [{ kind: 'external', fired: null }] },
      ],
    };
    expect(terminationStateSchema.parse(state)).toEqual(state);
  });

  it.each([
    { kind: 'round_robin', nextIndex: -1 },
    { kind: 'nobody', nextIndex: 0 },
    { kind: 'graph', ready: [] },
  ])('is refused where it is damaged: %o', (state) => {
    expect(patternStateSchema.safeParse(state).success).toBe(false);
  });
});
