import { expect, test } from '@jest/globals';
import { teamFinding } from '../../../workflows/contracts/findings/finding.ts';
import { english } from './english.server.ts';
import { fault } from './fault.ts';

test.each([
  [fault('auth:faults.emailTaken'), 'There is already an account with this email.'],
  [fault('common:faults.tooLong', { count: 1 }), 'Enter at most 1 character.'],
  [fault('common:faults.tooLong', { count: 20 }), 'Enter at most 20 characters.'],
  [
    fault('errors:faults.bodyTooLarge', { size: '2 MB', limit: '1 MB' }),
    'What you sent is 2 MB; the limit is 1 MB. Nothing was saved: make it smaller, then send it again.',
  ],
  [
    fault('findings:faults.notJson', { line: 2, reason: fault('findings:faults.jsonCommaExpected') }),
    'This isn’t valid JSON (comma expected, line 2).',
  ],
  [teamFinding('tooLong', { max: 10_000 }), 'Has more than 10,000 characters; shorten it'],
  ['teamFindings:faults.tooLong {"max":', 'teamFindings:faults.tooLong {"max":'],
  ['No fault, but a sentence.', 'No fault, but a sentence.'],
  ['auth:faults.unknown', 'auth:faults.unknown'],
  ['', ''],
])('%p is %p', (text, words) => {
  expect(english(text)).toBe(words);
});
