import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../worker/test/teams.ts';
import type { Participant } from '../domain/team.ts';
import { teamConfigSchema } from './team.ts';

const customer: Participant = {
  kind: 'person',
  name: 'customer',
  description: '',
  prompt: 'What do you think?',
  deadlineSeconds: 60,
  onDeadline: 'skip',
};
const valid = team([agent('writer'), customer]);
const first = { ...agent('writer') };

/** What is wrong with a team, as "path: message". */
function refusals(config: unknown): string[] {
  const parsed = teamConfigSchema.safeParse(config);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a team that is refused', () => {
  const BAD_NAME = 'A name starts with a letter or _ and has only letters, digits and _';

  it.each([
    ['a name with a space', { name: 'the writer' }, `participants.0.name: ${BAD_NAME}`],
    ['a name that starts with a digit', { name: '1st' }, `participants.0.name: ${BAD_NAME}`],
    ['an empty name', { name: '' }, `participants.0.name: ${BAD_NAME}`],
    ['a name of 64 characters', { name: 'a'.repeat(64) }, `participants.0.name: ${BAD_NAME}`],
    [
      'a description that is too long',
      { description: 'x'.repeat(2_001) },
      'participants.0.description: Too big: expected string to have <=2000 characters',
    ],
    [
      'a prompt that is too long',
      { systemMessage: 'x'.repeat(100_001) },
      'participants.0.systemMessage: Too big: expected string to have <=100000 characters',
    ],
    [
      'an empty model',
      { model: '' },
      'participants.0.model: Too small: expected string to have >=1 characters',
    ],
    [
      'a temperature below 0',
      { temperature: -0.1 },
      'participants.0.temperature: Too small: expected number to be >=0',
    ],
    [
      'a temperature above 2',
      { temperature: 2.1 },
      'participants.0.temperature: Too big: expected number to be <=2',
    ],
    [
      'a review without time',
      { review: { deadlineSeconds: 0, onDeadline: 'approve' } },
      'participants.0.review.deadlineSeconds: A deadline is at least a second',
    ],
    [
      'a review of more than a year',
      { review: { deadlineSeconds: 366 * 24 * 60 * 60 + 1, onDeadline: 'approve' } },
      'participants.0.review.deadlineSeconds: A deadline is at most a year',
    ],
    [
      'a deadline that no review knows',
      { review: { deadlineSeconds: 60, onDeadline: 'skip' } },
      'participants.0.review.onDeadline: Invalid option: expected one of "approve"|"discard"|"stop"',
    ],
    ['a field that no agent has', { tools: [] }, 'participants.0: Unrecognized key: "tools"'],
  ])('has %s', (_what, change, refusal) => {
    expect(refusals({ ...valid, participants: [{ ...first, ...change }] })).toEqual([refusal]);
  });

  it.each([
    ['no participants', { participants: [] }, 'participants: A team has at least one participant'],
    [
      'more than a hundred participants',
      { participants: Array.from({ length: 101 }, (_, index) => agent(`a${String(index)}`)) },
      'participants: Too big: expected array to have <=100 items',
    ],
    [
      'a pattern that nobody knows',
      { pattern: { kind: 'swarm' } },
      'pattern.kind: Invalid input: expected "round_robin"',
    ],
    ['a turn limit of none', { maxTurns: 0 }, 'maxTurns: Too small: expected number to be >=1'],
    [
      'a person whose deadline reads as a review’s',
      { participants: [{ ...customer, onDeadline: 'approve' }] },
      'participants.0.onDeadline: Invalid option: expected one of "skip"|"stop"',
    ],
    [
      'a condition without branches',
      { termination: { kind: 'or', conditions: [] } },
      'termination.conditions: Too small: expected array to have >=1 items',
    ],
    [
      'a message limit of none, deep in a tree',
      {
        termination: {
          kind: 'or',
          conditions: [
            { kind: 'external' },
            { kind: 'and', conditions: [{ kind: 'max_messages', maxMessages: 0 }] },
          ],
        },
      },
      'termination.conditions.1.conditions.0.maxMessages: Too small: expected number to be >=1',
    ],
    [
      'a mention of nothing',
      { termination: { kind: 'text_mention', text: '', sources: null } },
      'termination.text: Too small: expected string to have >=1 characters',
    ],
    [
      'a mention from nobody',
      { termination: { kind: 'text_mention', text: 'APPROVE', sources: [] } },
      'termination.sources: Too small: expected array to have >=1 items',
    ],
    ['a field that no team has', { owner: 'me' }, ': Unrecognized key: "owner"'],
  ])('has %s', (_what, change, refusal) => {
    expect(refusals({ ...valid, ...change })).toEqual([refusal]);
  });

  it('has two participants of one name, which is said at the later one', () => {
    expect(refusals(team([agent('writer'), customer, agent('writer')]))).toEqual([
      'participants.2.name: Two participants are named writer; rename one',
    ]);
  });

  it('has an agent with the name of whoever writes the task', () => {
    expect(refusals(team([agent('user')]))).toEqual([
      'participants.0.name: "user" is who writes the task; give the agent another name',
    ]);
  });

  it('has more conditions than its state can carry through every turn', () => {
    const conditions = Array.from({ length: 50 }, () => ({ kind: 'external' as const }));
    expect(refusals({ ...valid, termination: { kind: 'or', conditions } })).toEqual([
      'termination: A team has at most 50 termination conditions',
    ]);
  });

  it('is told everything that is wrong at once', () => {
    expect(refusals({ ...valid, participants: [], maxTurns: -1 })).toHaveLength(2);
  });
});

describe('a team that is taken', () => {
  it('comes back as it was', () => {
    expect(teamConfigSchema.parse(valid)).toEqual(valid);
    expect(teamConfigSchema.parse(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
  });

  it.each(['_', 'a', 'A1', '_under_score', 'a'.repeat(63)])('may have a participant named %s', (name) => {
    expect(refusals(team([agent(name)]))).toEqual([]);
  });
});
