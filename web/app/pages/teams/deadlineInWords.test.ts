import { expect, test } from '@jest/globals';
import { catalogue as english } from '../../languages/en/catalogue.ts';
import { addLanguage } from '../../languages/translator.ts';
import { inputInWords, reviewInWords } from './deadlineInWords.ts';

const { t } = addLanguage('en', english);

test('a deadline is said in the largest unit that is exact', () => {
  expect(inputInWords(t, { deadlineSeconds: 86_400, onDeadline: 'skip' })).toBe(
    'After 1 day without an answer, the turn passes.',
  );
  expect(inputInWords(t, { deadlineSeconds: 5_400, onDeadline: 'stop' })).toBe(
    'After 90 minutes without an answer, the conversation stops.',
  );
  expect(reviewInWords(t, { deadlineSeconds: 45, onDeadline: 'approve' })).toBe(
    'A person reviews every message. After 45 seconds without a decision, the draft is sent as it is.',
  );
});
