import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TaskMessage } from '../transcript/entry.ts';
import { carryOverKinds, overlapPolicies } from './states.ts';
import { isWakingOverlap, nextLookMs, wakingKey, wakingProblems, wakingText } from './waking.ts';

const said = (content: string): TaskMessage[] => [
  { type: 'TextMessage', source: 'user', content, body: null },
];
const plain = { overlap: 'skip', carryOver: 'none', task: said('Look again.') } as const;

describe('a schedule that wakes a conversation', () => {
  it('takes a text, nothing carried over, and the policies that end nothing', () => {
    expect(wakingProblems(plain)).toEqual([]);
    expect(overlapPolicies.filter((overlap) => wakingProblems({ ...plain, overlap }).length === 0)).toEqual([
      'skip',
      'buffer_one',
      'buffer_all',
      'allow_all',
    ]);
  });

  it('names all that does not go with it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...overlapPolicies),
        fc.constantFrom(...carryOverKinds),
        fc.constantFrom(said('Look.'), said('  '), [], [...said('One'), ...said('Two')]),
        (overlap, carryOver, task) => {
          const problems = wakingProblems({ overlap, carryOver, task });
          expect(problems.includes('overlap')).toBe(!isWakingOverlap(overlap));
          expect(problems.includes('carry_over')).toBe(carryOver !== 'none');
          expect(problems.includes('task')).toBe(task.length !== 1 || task[0]?.content.trim() === '');
        },
      ),
    );
  });

  it('refuses a task that is more than the text of a person', () => {
    const handoff = { type: 'HandoffMessage', source: 'user', content: 'Go', body: null } as const;
    expect(wakingProblems({ ...plain, task: [handoff] })).toEqual(['task']);
    expect(
      wakingProblems({
        ...plain,
        task: [{ type: 'TextMessage', source: 'writer', content: 'Go', body: null }],
      }),
    ).toEqual(['task']);
  });
});

describe('what a date tells the conversation', () => {
  it('is the task with the date in the schedule’s zone', () => {
    const nominalAt = new Date('2027-03-28T07:00:00Z');
    expect(wakingText('Look again.', { nominalAt, timeZone: 'Europe/Berlin' })).toBe(
      'Look again.\n\nThis is for 2027-03-28 09:00 (Europe/Berlin).',
    );
    expect(wakingKey('id', nominalAt)).toBe('id:2027-03-28T07:00:00.000Z');
  });
});

it('asks seldom about what has been going for long, and never less than every half minute', () => {
  expect([0, 3_000, 10_000, 120_000, 1e9].map(nextLookMs)).toEqual([1_000, 1_000, 2_500, 30_000, 30_000]);
});
