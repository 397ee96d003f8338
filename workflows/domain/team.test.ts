import { expect, it } from '@jest/globals';
import { planOf, type TeamConfig } from './team.ts';

const team: TeamConfig = {
  pattern: { kind: 'round_robin' },
  participants: [
    {
      kind: 'agent',
      name: 'writer',
      description: 'DESCRIPTION',
      systemMessage: 'PROMPT',
      model: 'MODEL',
      temperature: 0.5,
      review: { deadlineSeconds: 60, onDeadline: 'approve' },
    },
    {
      kind: 'person',
      name: 'customer',
      description: 'DESCRIPTION',
      prompt: 'PROMPT',
      deadlineSeconds: 90,
      onDeadline: 'skip',
    },
  ],
  termination: { kind: 'max_messages', maxMessages: 4 },
  maxTurns: 7,
};

it('a plan says who takes part, who is reviewed and when it is over', () => {
  expect(planOf(team)).toEqual({
    pattern: { kind: 'round_robin' },
    participants: [
      { kind: 'agent', name: 'writer', review: { deadlineSeconds: 60, onDeadline: 'approve' } },
      { kind: 'person', name: 'customer', deadlineSeconds: 90, onDeadline: 'skip' },
    ],
    termination: { kind: 'max_messages', maxMessages: 4 },
    maxTurns: 7,
  });
});

it('a plan holds no prompt, description or model', () => {
  expect(JSON.stringify(planOf(team))).not.toMatch(/PROMPT|DESCRIPTION|MODEL/);
});
