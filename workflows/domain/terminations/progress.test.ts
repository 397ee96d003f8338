import { expect, it } from '@jest/globals';
import type { TerminationCondition } from './condition.ts';
import { initialTermination, observeTermination } from './observe.ts';
import { progressOf } from './progress.ts';

const tree: TerminationCondition = {
  kind: 'or',
  conditions: [
    { kind: 'max_messages', maxMessages: 20, includeAgentEvents: false },
    { kind: 'token_usage', maxTotal: 1000, maxPrompt: null, maxCompletion: 50 },
    { kind: 'timeout', seconds: 60 },
    {
      kind: 'and',
      conditions: [
        { kind: 'text_mention', text: 'APPROVE', sources: ['critic', 'editor'] },
        { kind: 'source_match', sources: ['writer'] },
      ],
    },
  ],
};

it('says of each condition what it waits for and how near it is', () => {
  const state = observeTermination(tree, initialTermination(tree), {
    messages: [
      {
        seq: 1,
        type: 'TextMessage',
        source: 'critic',
        mentions: ['APPROVE'],
        usage: { promptTokens: 30, completionTokens: 12 },
      },
    ],
    stopRequested: false,
    nowMs: 10_000,
  });
  const progress = progressOf(tree, state, 25_000);
  expect(progress).toMatchObject({ kind: 'or', label: 'Any of', fired: null });
  expect(progress.conditions.map(({ label, measures }) => [label, measures])).toEqual([
    ['20 messages', [{ unit: 'messages', current: 1, limit: 20 }]],
    [
      'Tokens used',
      [
        { unit: 'tokens', current: 42, limit: 1000 },
        { unit: 'completion tokens', current: 12, limit: 50 },
      ],
    ],
    ['60 seconds have passed', [{ unit: 'seconds', current: 15, limit: 60 }]],
    ['All of', [{ unit: 'conditions', current: 1, limit: 2 }]],
  ]);
  expect(progress.conditions[3]?.conditions).toMatchObject([
    { label: '“APPROVE” is mentioned by critic or editor', fired: "Text 'APPROVE' mentioned" },
    { label: 'writer has answered', fired: null },
  ]);
});

it('shows a condition that has seen nothing', () => {
  expect(progressOf(tree, initialTermination(tree), 5).conditions[2]?.measures).toEqual([
    { unit: 'seconds', current: 0, limit: 60 },
  ]);
});
