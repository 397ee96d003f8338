import { describe, expect, test } from '@jest/globals';
import { errors } from '../../languages/en/errors.ts';
import { explainedStatus } from './explanation.ts';

describe('explainedStatus', () => {
  test.each([400, 401, 403, 404, 405, 409, 411, 413, 422, 500, 503])(
    'has words of its own for %p',
    (status) => {
      expect(explainedStatus(status)).toBe(status);
    },
  );

  test('every status with words is one of them', () => {
    for (const name of Object.keys(errors.explanations)) {
      const status = Number(name.replace('status', ''));
      expect(explainedStatus(status)).toBe(status);
    }
  });

  test('speaks of any other refusal as of a bad request, of any other fault as of its own', () => {
    expect(explainedStatus(418)).toBe(400);
    expect(explainedStatus(599)).toBe(500);
  });
});
