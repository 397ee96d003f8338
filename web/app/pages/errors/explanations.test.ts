import { describe, expect, test } from '@jest/globals';
import { explain } from './explanations.ts';

describe('explain', () => {
  test.each([400, 401, 403, 404, 405, 409, 411, 413, 422, 500, 503])(
    'has words of its own for %p',
    (status) => {
      expect(explain(status).title).not.toBe('');
      if (status !== 500) expect(explain(status)).not.toEqual(explain(500));
    },
  );

  test('speaks of any other refusal as of a bad request, of any other fault as of its own', () => {
    expect(explain(418)).toEqual(explain(400));
    expect(explain(599)).toEqual(explain(500));
  });
});
