import { describe, expect, it, jest } from '@jest/globals';
import type { Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { DatabaseAwayError } from '../platform/databaseAway.ts';
import { withHiddenCause } from '../platform/hiddenCause.ts';
import { createLogger } from '../platform/logger.ts';
import { createActivityInterceptor } from './activityInterceptor.ts';

/** What an activity's attempt ends with, and what was reported of it. */
async function endOf(error: unknown, { activityType = 'generateReply', attempt = 1 } = {}) {
  const info = { activityType, attempt, workflowExecution: { workflowId: 'w', runId: 'r' } };
  const report = jest.fn();
  const logger = createLogger({ process: 'test', level: 'silent' });
  const interceptor = createActivityInterceptor({ info } as unknown as Context, logger, report);
  if (interceptor.execute === undefined) throw new Error('It intercepts nothing');
  const end = await interceptor
    .execute({ args: [{ conversationId: 'c' }], headers: {} }, () => Promise.reject(error as Error))
    .catch((caught: unknown) => caught);
  return { end, reported: report.mock.calls.length };
}

describe('a failure that has a type', () => {
  it.each([
    ['of a model server that does not run', 'connect ECONNREFUSED 127.0.0.1:4999', 'model_unreachable'],
    ['of a tool whose words are those of a database', 'Connection terminated', 'tool_unavailable'],
    ['with a database in its words', "Can't reach database server", 'model_refused_request'],
  ])('%s is passed on as it is', async (_what, message, type) => {
    const failure = ApplicationFailure.create({ message, type });
    expect(await endOf(failure, { attempt: 1_000 })).toEqual({ end: failure, reported: 0 });
  });

  it('that a cancellation is, is nobody’s business', async () => {
    const cancelled = new CancelledFailure('ECONNREFUSED');
    expect(await endOf(cancelled)).toEqual({ end: cancelled, reported: 0 });
  });
});

it('the database’s own error says where it is, and is tried again for ever', async () => {
  const { end, reported } = await endOf(new DatabaseAwayError('db:5432/x', 'ECONNREFUSED'), { attempt: 999 });
  expect(end).toMatchObject({
    type: 'database_unavailable',
    nonRetryable: false,
    message: 'The database at db:5432/x cannot be reached: ECONNREFUSED',
    details: [{ address: 'db:5432/x', words: 'ECONNREFUSED' }],
  });
  expect(reported).toBe(0);
});

describe('an error that nobody foresaw', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

  it('is no outage of the database, whatever its words and code', async () => {
    expect(await endOf(refused)).toEqual({ end: refused, reported: 1 });
  });

  it('that has been told apart is reported as what it was', async () => {
    const failure = withHiddenCause(
      ApplicationFailure.nonRetryable('It failed', 'unexpected_error'),
      refused,
    );
    expect(await endOf(failure)).toEqual({ end: failure, reported: 1 });
  });
});
