import { describe, expect, it } from '@jest/globals';
import { call } from '../../../../test/support/views.ts';
import { wasWrittenAgain } from './wasWrittenAgain.ts';

describe('a message', () => {
  const answer = call('b', 'completed', { attempt: 2 });

  it('was written again where an earlier attempt left its call open', () => {
    expect(wasWrittenAgain([call('a', 'unknown'), answer], 'b')).toBe(true);
  });

  it('was not where the call failed, or its answer was lost by its provider', () => {
    expect(wasWrittenAgain([call('a', 'failed'), answer], 'b')).toBe(false);
    expect(wasWrittenAgain([call('a', 'unknown', { failureType: 'model_answer_lost' }), answer], 'b')).toBe(
      false,
    );
  });

  it('was not where no message has come of it yet', () => {
    expect(wasWrittenAgain([call('a', 'unknown')], null)).toBe(false);
  });
});
