import { expect, it } from '@jest/globals';
import type { TerminationCondition } from './condition.ts';
import { watchedOf } from './watched.ts';

const approve: TerminationCondition = { kind: 'text_mention', text: 'APPROVE', sources: null };

it('names the texts, expressions and functions of the whole tree, each once', () => {
  const tree: TerminationCondition = {
    kind: 'or',
    conditions: [
      approve,
      { kind: 'function_call', functionName: 'pay' },
      {
        kind: 'and',
        conditions: [
          { kind: 'text_mention', text: 'DONE', sources: ['a'] },
          approve,
          { kind: 'external' },
          { kind: 'expression', expression: 'source == "a"' },
        ],
      },
    ],
  };
  expect(watchedOf(tree, { kind: 'round_robin' })).toEqual({
    texts: ['APPROVE', 'DONE'],
    expressions: ['source == "a"'],
    functions: ['pay'],
  });
});

it('names the texts that a graph’s edges look for', () => {
  const edge = { activationGroup: 'b', activationCondition: 'all' } as const;
  const nodes = [
    {
      name: 'a',
      activation: 'all' as const,
      edges: [
        { ...edge, target: 'b', condition: 'APPROVE' },
        { ...edge, target: 'c', condition: '' },
        { ...edge, target: 'd', condition: null },
      ],
    },
  ];
  expect(watchedOf(approve, { kind: 'graph', nodes, startNode: null }).texts).toEqual(['APPROVE', '']);
});

it('is nothing where nothing ends the conversation', () => {
  expect(watchedOf(null, { kind: 'swarm' })).toEqual({ texts: [], expressions: [], functions: [] });
});
