import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyGraph, EDGE_TEXTS } from '../../../test/support/randomTeam.ts';
import type { MessageFacts } from '../message.ts';
import {
  initialPattern,
  managedPattern,
  nextDecision,
  observePattern,
  type PatternTeam,
  refusePattern,
  startPattern,
  stopPattern,
} from './askPattern.ts';
import type { GraphConfig } from './kinds/graph/graph.ts';
import type { Decision, ManagerResult, PatternState, PlannedPattern } from './registry.ts';

const NAMES = ['p0', 'p1', 'p2', 'p3', 'p4'];
/** Names that a handoff or a ledger may give besides those of the team. */
const OTHERS = ['user', 'nobody'];

const anyPattern = (names: readonly string[]): fc.Arbitrary<PlannedPattern> =>
  fc.oneof<fc.Arbitrary<PlannedPattern>[]>(
    fc.constant({ kind: 'round_robin' as const }),
    fc.constant({ kind: 'single_agent' as const }),
    fc.constant({ kind: 'swarm' as const }),
    fc.record({
      kind: fc.constant('selector' as const),
      allowRepeatedSpeaker: fc.boolean(),
      filtered: fc.boolean(),
      shownAttempts: fc.constant(0),
    }),
    fc.record({
      kind: fc.constant('magentic_one' as const),
      maxTurns: optional(fc.integer({ min: 1, max: 10 })),
      maxStalls: fc.integer({ min: 1, max: 3 }),
      maxResets: optional(fc.integer({ min: 0, max: 3 })),
    }),
    anyGraph(names),
  );

function optional(value: fc.Arbitrary<number>): fc.Arbitrary<number | null> {
  return fc.option(value);
}

const anyTeam: fc.Arbitrary<PatternTeam> = fc.integer({ min: 2, max: NAMES.length }).chain((size) => {
  const participants = NAMES.slice(0, size);
  return anyPattern(participants).map((config) => ({ config, participants }));
});

const choices = fc.array(fc.nat({ max: 9_999 }), { minLength: 1, maxLength: 60 });

/** What happened in a walk: every decision, and the state that it was taken from. */
interface Walk {
  decisions: Decision[];
  states: PatternState[];
}

/**
 * Runs a team: each number chooses what a wave says and in which order, what a manager finds, and whether the run is
 * stopped and another begun.
 */
function walk(
  team: PatternTeam,
  from: PatternState,
  numbers: readonly number[],
  store: (state: PatternState) => PatternState,
): Walk {
  const decisions: Decision[] = [];
  const states: PatternState[] = [];
  let state = from;
  for (const number of numbers) {
    state = store(state);
    states.push(state);
    const decision = nextDecision(team, state);
    decisions.push(decision);
    state = after(team, state, decision, number);
  }
  return { decisions, states };
}

function after(team: PatternTeam, state: PatternState, decision: Decision, number: number): PatternState {
  switch (decision.kind) {
    case 'speak': {
      const { speakers } = decision;
      const observed = observePattern(team, state, { speakers, messages: wave(team, speakers, number) });
      return number % 11 === 0 ? nextRun(team, observed, number) : observed;
    }
    case 'manage':
      return managedPattern(team, state, resultOf(team, decision, number));
    case 'finish':
      return nextRun(team, state, number);
  }
}

/** The run ends, and another one begins with a task that the pattern takes. */
function nextRun(team: PatternTeam, state: PatternState, number: number): PatternState {
  const stopped = stopPattern(team, state);
  const tasks = [[says('user', number)], [handsTo('user', team.participants[number % 2] ?? '')]];
  const task = tasks.find((each) => refusePattern(team, stopped, each) === null);
  if (task === undefined) throw new Error('A team takes a plain task or a handoff to one of its own');
  return startPattern(team, stopped, task);
}

/** What a wave's speakers say, in one of the orders in which they may end; some say nothing. */
function wave(team: PatternTeam, speakers: readonly string[], number: number): MessageFacts[] {
  const messages = speakers.flatMap((speaker, index) => {
    const chance = (number >> index) % 7;
    if (chance === 0) return [];
    const targets = [...team.participants, ...OTHERS];
    const handoff = handsTo(speaker, targets[(number + index) % targets.length] ?? '');
    const thought: MessageFacts = { ...says(speaker, number + index), type: 'ThoughtEvent' };
    return chance === 1 ? [thought, handoff] : [thought, says(speaker, number + index)];
  });
  return rotated(messages, number);
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

function says(source: string, number: number): MessageFacts {
  return {
    seq: 0,
    type: 'TextMessage',
    source,
    mentions: EDGE_TEXTS.filter((_text, bit) => (number >> bit) % 2 === 1),
  };
}

function handsTo(source: string, target: string): MessageFacts {
  return { seq: 0, type: 'HandoffMessage', source, target, mentions: [] };
}

function resultOf(team: PatternTeam, decision: Decision & { kind: 'manage' }, number: number): ManagerResult {
  if (number % 13 === 0) return { kind: 'skipped' };
  const { work } = decision;
  switch (work.kind) {
    case 'select':
      return { kind: 'selected', speaker: work.candidates[number % work.candidates.length] ?? '' };
    case 'plan':
    case 'replan':
      return { kind: 'planned' };
    case 'progress':
      return {
        kind: 'progress',
        satisfied: number % 17 === 0,
        stalled: number % 3 === 0,
        reason: 'because',
        speaker: team.participants[number % team.participants.length] ?? '',
      };
    case 'final_answer':
      return { kind: 'answered' };
  }
}

const asIs = (state: PatternState): PatternState => state;
const throughStorage = (state: PatternState): PatternState =>
  JSON.parse(JSON.stringify(state)) as PatternState;
const begun = (team: PatternTeam) => startPattern(team, initialPattern(team), [says('user', 0)]);

describe('any pattern', () => {
  it('ends, asks its manager or names speakers of the team, each once', () => {
    fc.assert(
      fc.property(anyTeam, choices, (team, numbers) => {
        for (const decision of walk(team, begun(team), numbers, asIs).decisions) {
          const named =
            decision.kind === 'speak'
              ? decision.speakers
              : decision.kind === 'manage' && decision.work.kind === 'select'
                ? decision.work.candidates
                : ['nobody is named'];
          expect(named.length).toBeGreaterThan(0);
          expect(new Set(named).size).toBe(named.length);
          if (decision.kind === 'speak') expect(team.participants).toEqual(expect.arrayContaining(named));
        }
      }),
    );
  });

  it('goes on the same way from what is stored after any turn', () => {
    fc.assert(
      fc.property(anyTeam, choices, (team, numbers) => {
        const { decisions, states } = walk(team, begun(team), numbers, asIs);
        expect(walk(team, begun(team), numbers, throughStorage).decisions).toEqual(decisions);
        const at = (numbers[0] ?? 0) % states.length;
        const stored = states[at];
        if (stored === undefined) return;
        const rest = walk(team, throughStorage(stored), numbers.slice(at), asIs);
        expect(rest.decisions).toEqual(decisions.slice(at));
      }),
    );
  });

  it('does not change a state that it is given', () => {
    fc.assert(
      fc.property(anyTeam, choices, (team, numbers) => {
        const frozen = (state: PatternState): PatternState => deepFreeze(state);
        expect(walk(team, begun(team), numbers, frozen).decisions).toHaveLength(numbers.length);
      }),
    );
  });
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

describe('a swarm', () => {
  const team: PatternTeam = { config: { kind: 'swarm' }, participants: NAMES };

  it('lets nobody speak but whom the latest handoff names, or who spoke before', () => {
    const target = fc.constantFrom(...NAMES, ...OTHERS);
    fc.assert(
      fc.property(fc.array(fc.option(target)), (handoffs) => {
        let state = begun(team);
        let expected = 'p0';
        for (const handoff of handoffs) {
          const decision = nextDecision(team, state);
          if (!NAMES.includes(expected)) {
            expect(decision.kind).toBe('finish');
            return;
          }
          expect(decision).toEqual({ kind: 'speak', speakers: [expected] });
          const message = handoff === null ? says(expected, 0) : handsTo(expected, handoff);
          state = observePattern(team, state, { speakers: [expected], messages: [message] });
          expected = handoff ?? expected;
        }
      }),
    );
  });
});

describe('a selector', () => {
  it('never lets anyone speak twice in a row where repeats are off', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const config = {
          kind: 'selector',
          allowRepeatedSpeaker: false,
          filtered: false,
          shownAttempts: 0,
        } as const;
        const team: PatternTeam = { config, participants: NAMES.slice(0, 3) };
        const spoken = walk(team, begun(team), numbers, asIs).decisions.flatMap((decision) =>
          decision.kind === 'speak' ? decision.speakers : [],
        );
        spoken.forEach((speaker, index) => expect(speaker).not.toBe(spoken[index + 1]));
      }),
    );
  });
});

describe('Magentic-One', () => {
  it('ends within its turns and plans no more often than it may', () => {
    const config = fc.record({
      kind: fc.constant('magentic_one' as const),
      maxTurns: fc.integer({ min: 1, max: 8 }),
      maxStalls: fc.integer({ min: 1, max: 3 }),
      maxResets: fc.integer({ min: 0, max: 3 }),
    });
    const numbers = fc.array(fc.nat({ max: 9_999 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(config, numbers, (magentic, all) => {
        const team: PatternTeam = { config: magentic, participants: NAMES };
        // Without the numbers that stop a run from outside.
        const { decisions } = walk(
          team,
          begun(team),
          all.map((number) => (number % 11 === 0 ? 1 : number)),
          asIs,
        );
        const end = decisions.findIndex(({ kind }) => kind === 'finish');
        expect(end).not.toBe(-1);
        const run = decisions.slice(0, end);
        const asked = (kind: string) =>
          run.filter((decision) => decision.kind === 'manage' && decision.work.kind === kind).length;
        expect(asked('progress')).toBeLessThanOrEqual(magentic.maxTurns);
        expect(asked('replan')).toBeLessThanOrEqual(magentic.maxResets);
        expect(asked('final_answer')).toBe(1);
      }),
    );
  });
});

describe('a graph', () => {
  const anyGraphTeam: fc.Arbitrary<PatternTeam & { config: GraphConfig }> = fc
    .integer({ min: 2, max: NAMES.length })
    .chain((size) => {
      const participants = NAMES.slice(0, size);
      return anyGraph(participants).map((config) => ({ config, participants }));
    });

  it('makes the same nodes ready in whatever order a wave ends', () => {
    fc.assert(
      fc.property(anyGraphTeam, choices, (team, numbers) => {
        for (const state of walk(team, begun(team), numbers, asIs).states) {
          const decision = nextDecision(team, state);
          if (decision.kind !== 'speak') continue;
          const { speakers } = decision;
          const messages = speakers.map((speaker, index) => says(speaker, (numbers[0] ?? 0) + index));
          const readyAfter = (order: MessageFacts[]) => {
            const next = nextDecision(team, observePattern(team, state, { speakers, messages: order }));
            return next.kind === 'speak' ? [...next.speakers].sort() : next.kind;
          };
          const inOrder = readyAfter(messages);
          expect(readyAfter([...messages].reverse())).toEqual(inOrder);
          expect(readyAfter(rotated(messages, 1))).toEqual(inOrder);
        }
      }),
    );
  });

  it('runs what AutoGen’s counters make ready, and each node once', () => {
    fc.assert(
      fc.property(anyGraphTeam, choices, (team, numbers) => {
        const theirs = autogenGraph(team.config);
        let state = begun(team);
        for (const number of numbers) {
          const decision = nextDecision(team, state);
          const wanted = theirs.select();
          // Here AutoGen runs a node twice, and its counters part from ours.
          if (new Set(wanted).size < wanted.length) return;
          expect(decision.kind === 'speak' ? decision.speakers : []).toEqual(wanted);
          if (decision.kind !== 'speak') return;
          const { speakers } = decision;
          const messages = rotated(
            speakers.map((speaker, index) => says(speaker, number >> index)),
            number,
          );
          messages.forEach(theirs.reply);
          state = observePattern(team, state, { speakers, messages });
        }
      }),
    );
  });
});

/** AutoGen's GraphFlowManager, word for word: what it counts, and when. */
function autogenGraph({ nodes, startNode }: GraphConfig) {
  const edges = nodes.flatMap((node) => node.edges);
  const key = (target: string, group: string) => JSON.stringify([target, group]);
  const origin = new Map<string, number>();
  const activation = new Map(
    edges.map((edge) => [key(edge.target, edge.activationGroup), edge.activationCondition]),
  );
  for (const { target, activationGroup } of edges) {
    const at = key(target, activationGroup);
    origin.set(at, (origin.get(at) ?? 0) + 1);
  }
  const remaining = new Map(origin);
  const enqueuedAny = new Set<string>();
  const triggered = new Map<string, Set<string>>();
  const targets = new Set(edges.map(({ target }) => target));
  let ready =
    startNode === null ? nodes.map(({ name }) => name).filter((name) => !targets.has(name)) : [startNode];

  const trigger = (target: string, at: string) => {
    ready.push(target);
    triggered.set(target, (triggered.get(target) ?? new Set()).add(at));
  };
  return {
    select: (): string[] => {
      const speakers = ready;
      ready = [];
      for (const speaker of speakers) {
        for (const at of triggered.get(speaker) ?? []) {
          if (activation.get(at) === 'any') enqueuedAny.delete(at);
          else remaining.set(at, origin.get(at) ?? 0);
        }
        triggered.delete(speaker);
      }
      return speakers;
    },
    reply: (message: MessageFacts): void => {
      const node = nodes.find(({ name }) => name === message.source);
      for (const { target, condition, activationGroup } of node?.edges ?? []) {
        if (condition !== null && !message.mentions.includes(condition)) continue;
        const at = key(target, activationGroup);
        if (activation.get(at) === 'all') {
          const left = (remaining.get(at) ?? 0) - 1;
          remaining.set(at, left);
          if (left === 0) trigger(target, at);
        } else if (!enqueuedAny.has(at)) {
          enqueuedAny.add(at);
          trigger(target, at);
        }
      }
    },
  };
}
