import { describe, expect, it } from '@jest/globals';
import type { MessageFacts } from '../../../message.ts';
import {
  initialPattern,
  ledNowhere,
  nextDecision,
  observePattern,
  startPattern,
  stopPattern,
} from '../../askPattern.ts';
import type { PatternState } from '../../registry.ts';
import type { GraphConfig, GraphEdge } from './graph.ts';

type Edge = [target: string, more?: Partial<GraphEdge>];

function teamOf(edges: Record<string, Edge[]>, startNode: string | null = null) {
  const nodes = Object.entries(edges).map(([name, out]) => ({
    name,
    activation: 'all' as const,
    edges: out.map(([target, more]) => ({
      target,
      condition: null,
      activationGroup: target,
      activationCondition: 'all' as const,
      ...more,
    })),
  }));
  const config: GraphConfig = { kind: 'graph', nodes, startNode };
  return { config, participants: Object.keys(edges) };
}

const says = (source: string, ...mentions: string[]): MessageFacts => ({
  seq: 0,
  type: 'TextMessage',
  source,
  mentions,
});

/** The waves that a graph takes: each is shown what its nodes say, in the order in which they end. */
function waves(team: ReturnType<typeof teamOf>, ...said: MessageFacts[][]): string[] {
  let state = startPattern(team, initialPattern(team), [says('user')]);
  return [...said, null].map((messages) => {
    const decision = nextDecision(team, state);
    if (decision.kind !== 'speak') return decision.kind === 'finish' ? String(decision.stopReason) : '';
    const { speakers } = decision;
    if (messages !== null) state = observePattern(team, state, { speakers, messages });
    return speakers.join(' ');
  });
}

const COMPLETE = 'Digraph execution is complete';

describe('a graph', () => {
  it('runs a sequence and is complete', () => {
    const team = teamOf({ a: [['b']], b: [['c']], c: [] });
    expect(waves(team, [says('a')], [says('b')], [says('c')])).toEqual(['a', 'b', 'c', COMPLETE]);
  });

  it('fans out in one wave, and in again once all have spoken', () => {
    const team = teamOf({ a: [['b'], ['c']], b: [['d']], c: [['d']], d: [] });
    expect(waves(team, [says('a')], [says('c'), says('b')], [says('d')])).toEqual([
      'a',
      'b c',
      'd',
      COMPLETE,
    ]);
  });

  it('queues nodes in the order in which their parents ended', () => {
    const team = teamOf({ a: [['b'], ['c']], b: [['x']], c: [['y']], x: [], y: [] });
    expect(waves(team, [says('a')], [says('c'), says('b')])).toEqual(['a', 'b c', 'y x']);
  });

  it('knows whose words led nowhere, and not those who had nowhere to go', () => {
    const { config } = teamOf({ a: [['b', { condition: 'YES' }]], b: [] });
    expect(ledNowhere(config, [says('a')])).toEqual(['a']);
    expect(ledNowhere(config, [says('a', 'YES')])).toEqual([]);
    expect(ledNowhere(config, [says('b')])).toEqual([]);
    expect(ledNowhere({ kind: 'round_robin' }, [says('a')])).toEqual([]);
  });

  it('takes an edge where the text is mentioned in the node’s last chat message', () => {
    const team = teamOf({
      a: [
        ['b', { condition: 'YES' }],
        ['c', { condition: 'NO' }],
      ],
      b: [],
      c: [],
    });
    expect(waves(team, [says('a', 'NO')])).toEqual(['a', 'c']);
    expect(waves(team, [says('a', 'YES'), says('a', 'NO')])).toEqual(['a', 'c']);
    const thought: MessageFacts = { ...says('a', 'NO'), type: 'ThoughtEvent' };
    expect(waves(team, [says('a', 'YES'), thought])).toEqual(['a', 'b']);
    expect(waves(team, [says('a')])).toEqual(['a', COMPLETE]);
  });

  it('loops until the exit edge is taken', () => {
    const team = teamOf(
      {
        gen: [['review', { activationCondition: 'any' }]],
        review: [
          ['gen', { condition: 'REVISE', activationGroup: 'again' }],
          ['publish', { condition: 'APPROVED' }],
        ],
        publish: [],
      },
      'gen',
    );
    expect(
      waves(
        team,
        [says('gen')],
        [says('review', 'REVISE')],
        [says('gen')],
        [says('review', 'REVISE')],
        [says('gen')],
        [says('review', 'APPROVED')],
        [says('publish')],
      ),
    ).toEqual(['gen', 'review', 'gen', 'review', 'gen', 'review', 'publish', COMPLETE]);
  });

  it('is ready with the first edge of an any group, and once only in a wave', () => {
    const any = { activationCondition: 'any' } as const;
    const team = teamOf({ a: [['b'], ['c']], b: [['d', any]], c: [['d', any]], d: [] });
    expect(waves(team, [says('a')], [says('b'), says('c')], [says('d')])).toEqual([
      'a',
      'b c',
      'd',
      COMPLETE,
    ]);
  });

  it('runs a node once that two groups make ready in one wave', () => {
    const team = teamOf({
      a: [['b'], ['c']],
      b: [['d', { activationGroup: 'left' }]],
      c: [['d', { activationGroup: 'right' }]],
      d: [],
    });
    expect(waves(team, [says('a')], [says('b'), says('c')], [says('d')])).toEqual([
      'a',
      'b c',
      'd',
      COMPLETE,
    ]);
  });

  it('begins where it is told to', () => {
    const team = teamOf(
      {
        a: [
          ['b', { condition: 'AGAIN' }],
          ['c', { condition: 'END' }],
        ],
        b: [['a']],
        c: [],
      },
      'b',
    );
    expect(waves(team, [says('b')], [says('a', 'AGAIN')])).toEqual(['b', 'a', 'b']);
  });

  it('goes on past a node that was passed over, along unconditional edges', () => {
    const plain = teamOf({ a: [['b']], b: [] });
    expect(waves(plain, [])).toEqual(['a', 'b']);
    const conditional = teamOf({ a: [['b', { condition: 'YES' }]], b: [] });
    expect(waves(conditional, [])).toEqual(['a', COMPLETE]);
  });

  it('may have a node that is named as objects’ members are', () => {
    const team = teamOf(
      Object.fromEntries<Edge[]>([
        ['constructor', [['toString']]],
        ['toString', []],
      ]),
    );
    expect(waves(team, [says('constructor')], [says('toString')])).toEqual([
      'constructor',
      'toString',
      COMPLETE,
    ]);
  });

  it('starts anew in the next run once it is complete, and else goes on where it was', () => {
    const team = teamOf({ a: [['b'], ['c']], b: [['d']], c: [['d']], d: [] });
    const begun = startPattern(team, initialPattern(team), []);
    const wave = observePattern(team, begun, { speakers: ['a'], messages: [says('a')] });
    const stopped = startPattern(team, stopPattern(team, wave), [says('user')]);
    expect(nextDecision(team, stopped)).toEqual({ kind: 'speak', speakers: ['b', 'c'] });
    const done: PatternState = { kind: 'graph', ready: [], remaining: {}, enqueued: {}, triggered: {} };
    expect(stopPattern(team, done)).toEqual(initialPattern(team));
  });
});
