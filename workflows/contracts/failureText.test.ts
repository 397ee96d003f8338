import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFailureDetails } from '../domain/readFailureDetails.ts';
import type { FailureDetails } from '../domain/turnFailure.ts';
import { failureDetailsSchema } from './failureDetails.ts';
import { failures, type FailureType } from './failures.ts';
import { failureText } from './failureText.ts';

const address = 'http://127.0.0.1:4999/v1';
const types = Object.keys(failures) as FailureType[];

describe('a failure in words', () => {
  it.each([
    [
      'says what cannot be reached, where, and why',
      { type: 'database_unavailable', message: '', details: { address: 'db:5432/x', words: 'ECONNREFUSED' } },
      'The database at db:5432/x cannot be reached',
      'ECONNREFUSED',
    ],
    [
      'does not say in its words what the title has said',
      {
        type: 'model_unreachable',
        message: `The model provider at ${address} cannot be reached: ECONNREFUSED`,
        details: { address },
      },
      `The model provider at ${address} cannot be reached`,
      'ECONNREFUSED',
    ],
    [
      'says it once where an earlier version wrote the title as its message',
      { type: 'database_unavailable', message: 'The database cannot be reached' },
      'The database cannot be reached',
      null,
    ],
    [
      'of an earlier version, with a reason',
      { type: 'model_unreachable', message: 'The model provider cannot be reached: ENOTFOUND' },
      'The model provider cannot be reached',
      'ENOTFOUND',
    ],
    [
      'keeps what a provider answered',
      {
        type: 'model_rate_limited',
        message: 'The model provider answered 429: slow down',
        details: { address, status: 429 },
      },
      `The model provider at ${address} limits the rate`,
      'The model provider answered 429: slow down',
    ],
    ['of a type that nobody knows', { type: 'TypeError', message: 'x' }, 'The turn failed', 'x'],
  ])('%s', (_what, failure, title, words) => {
    const text = failureText(failure);
    expect(text).toMatchObject({ title, words });
    expect(text.message).toBe(words === null ? title : `${title}: ${words}`);
  });

  it('never says the same twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.option(fc.constantFrom(address, 'db:5432/x'), { nil: undefined }),
        fc.constantFrom('', 'ECONNREFUSED', 'no such host'),
        (type, place, reason) => {
          const details = place === undefined ? {} : { address: place };
          const { title } = failureText({ type, message: '', details });
          const { message } = failureText({
            type,
            message: reason === '' ? title : `${title}: ${reason}`,
            details,
          });
          expect(message).toBe(reason === '' ? title : `${title}: ${reason}`);
        },
      ),
    );
  });
});

it('a subject is the beginning of its title', () => {
  for (const failure of Object.values<{ title: string; subject?: string }>(failures)) {
    if (failure.subject !== undefined) expect(failure.title).toMatch(new RegExp(`^${failure.subject} `));
  }
});

describe('details', () => {
  it('of histories without any, or with others, are none', () => {
    for (const details of [
      undefined,
      null,
      [],
      ['x'],
      [null],
      [{ status: 'teapot', requests: { made: 1 }, tools: ['x'] }],
    ]) {
      expect(readFailureDetails(details)).toEqual({});
    }
  });

  it('come back as they went, every part of them', () => {
    const all: Required<FailureDetails> = {
      address,
      words: 'no',
      status: 503,
      retryAfterMs: 5,
      tools: [2, 0],
      requests: { made: 2, atMost: 8 },
    };
    expect(readFailureDetails(JSON.parse(JSON.stringify([all])) as unknown[])).toEqual(all);
    expect(failureDetailsSchema.parse({})).toEqual({});
  });
});
