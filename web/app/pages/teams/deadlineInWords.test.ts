import { expect, test } from '@jest/globals';
import { inputInWords, reviewInWords } from './deadlineInWords.ts';

test('a deadline is said in the largest unit that is exact', () => {
  expect(inputInWords({ deadlineSeconds: 86_400, onDeadline: 'skip' })).toBe(
    'After 1 day without an answer, the turn passes.',
  );
  expect(inputInWords({ deadlineSeconds: 5_400, onDeadline: 'stop' })).toBe(
    'After 90 minutes without an answer, the conversation stops.',
  );
  expect(reviewInWords({ deadlineSeconds: 45, onDeadline: 'approve' })).toBe(
    'A person reviews every message. After 45 seconds without a decision, the draft stands as it is.',
  );
});
