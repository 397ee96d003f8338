import { expect, it } from '@jest/globals';
import { failureText } from '../workflows/contracts/failureText.ts';
import { pendingText } from './pendingText.ts';

const address = 'http://127.0.0.1:4999/v1';
const quiet = { away: null, noWorker: false, steps: [] };

/** A step whose last attempt failed because of the model's server. */
function failing(made: number, attempt: number) {
  const lastFailure = failureText({
    type: 'model_unreachable',
    message: `The model provider at ${address} cannot be reached: ECONNREFUSED`,
    details: { address, requests: { made, atMost: 8 } },
  });
  return { step: 'generateReply', attempt, lastFailure, nextAttemptAt: null };
}

it('says nothing where all goes well', () => {
  const step = { step: 'generateReply', attempt: 1, lastFailure: null, nextAttemptAt: null };
  expect(pendingText({ ...quiet, steps: [step] })).toEqual([]);
});

it('counts the requests of the bound, not the attempts of the engine', () => {
  expect(pendingText({ ...quiet, steps: [failing(2, 40)] })).toEqual([
    `Trying again, attempt 3 of 8: The model provider at ${address} cannot be reached: ECONNREFUSED`,
  ]);
});

it('says what is away, with its address', () => {
  const away = failureText({
    type: 'temporal_unavailable',
    message: '',
    details: { address: '127.0.0.1:7233', words: 'no connection' },
  });
  expect(pendingText({ ...quiet, away })).toEqual([
    'Temporal at 127.0.0.1:7233 cannot be reached: no connection. The conversation continues as soon as Temporal is back.',
  ]);
  expect(pendingText({ ...quiet, noWorker: true })).toHaveLength(1);
});
