import { expect, test } from '@jest/globals';
import { onWire, wireTable } from '../../../names/wireNames.ts';
import { readProgress } from './progressLedger.ts';

const NAMES = ['规划', 'prüfer'];
const answerWith = (speaker: unknown) => {
  const no = { reason: '', answer: false };
  return JSON.stringify({
    is_request_satisfied: no,
    is_in_loop: no,
    is_progress_being_made: { reason: '', answer: true },
    next_speaker: { reason: '', answer: speaker },
    instruction_or_question: { reason: '', answer: 'Go on.' },
  });
};

test.each([
  ['规划', '规划'],
  ['pru\u0308fer', 'prüfer'],
  [onWire('规划', wireTable(NAMES)), '规划'],
])('the next speaker may be named %s', (said, speaker) => {
  expect(readProgress(answerWith(said), NAMES)).toMatchObject({ kind: 'entry', entry: { speaker } });
});

test.each(['__', 'nobody', '', 7])('%j is no participant', (said) => {
  expect(readProgress(answerWith(said), NAMES)).toMatchObject({ kind: 'unusable' });
});
