import { expect, it } from '@jest/globals';
import { factsOf } from './message.ts';

const message = {
  seq: 4,
  type: 'TextMessage',
  source: 'critic',
  content: 'I would approve. APPROVE!',
} as const;

it('a message’s facts name the watched texts in it, and nothing else of it', () => {
  expect(factsOf(message, ['APPROVE', 'DONE'])).toEqual({
    seq: 4,
    type: 'TextMessage',
    source: 'critic',
    mentions: ['APPROVE'],
  });
});

it('a text is mentioned in its own case only, and within words too, as in AutoGen', () => {
  expect(factsOf({ ...message, content: 'approve' }, ['APPROVE']).mentions).toEqual([]);
  expect(factsOf({ ...message, content: 'DISAPPROVED' }, ['APPROVE']).mentions).toEqual(['APPROVE']);
});

it('the facts of a long message are as small as those of a short one', () => {
  const long = factsOf({ ...message, content: 'x'.repeat(1_000_000) }, ['APPROVE']);
  expect(JSON.stringify(long).length).toBeLessThan(100);
});
