import { describe, expect, test } from '@jest/globals';
import { describeMail, describeModels } from './describeOutside.ts';

describe('the line of models', () => {
  const place = { model: 'gpt-x', host: 'models.test' };

  test.each([
    [0, 0, 'unused'],
    [10, 0, 'ok'],
    [8, 2, 'ok'],
    [7, 3, 'degraded'],
    [0, 1, 'degraded'],
  ])('with %i answered and %i unanswered calls is %#: %s', (answered, unanswered, state) => {
    const line = describeModels({ answered, unanswered, ...place });
    expect(line.state).toBe(state);
    expect(line.detail).toContain('gpt-x at models.test');
  });
});

describe('the line of mail', () => {
  const none = { sent: 0, failed: 0, late: 0, hasMailServer: true };

  test.each([
    ['nothing to send', none, 'unused'],
    ['no mail server', { ...none, hasMailServer: false }, 'unused'],
    ['mails that went out', { ...none, sent: 3 }, 'ok'],
    ['a mail that failed', { ...none, sent: 3, failed: 1 }, 'degraded'],
    ['a mail that does not leave', { ...none, late: 1 }, 'degraded'],
    [
      'a mail that failed where the web process has no SMTP_URL',
      { ...none, failed: 1, hasMailServer: false },
      'degraded',
    ],
  ])('with %s', (_what, counts, state) => {
    expect(describeMail(counts).state).toBe(state);
  });

  test('counts what did not arrive among all', () => {
    expect(describeMail({ ...none, sent: 3, failed: 1, late: 2 }).detail).toBe(
      '1 of 4 mails not delivered in the last day; 2 on their way for more than ten minutes',
    );
  });
});
