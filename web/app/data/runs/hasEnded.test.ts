import { expect, it } from '@jest/globals';
import { ServiceError, WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';
import { TerminatedFailure, TimeoutFailure, TimeoutType } from '@temporalio/common';
import { TemporalSilentError } from '../../../../platform/temporalAway.ts';
import { hasEnded } from './hasEnded.server.ts';

const failed = (cause: Error) => new WorkflowFailedError(cause.message, cause, 'NON_RETRYABLE_FAILURE');
const answered = (code: number) =>
  new ServiceError('Failed to get Workflow execution history', {
    cause: Object.assign(new Error(`code ${String(code)}`), { code, details: '', metadata: {} }),
  });

it.each<[string, unknown, boolean]>([
  ['terminated', failed(new TerminatedFailure('Terminated by a person')), true],
  ['timed out', failed(new TimeoutFailure('Timed out', undefined, TimeoutType.START_TO_CLOSE)), true],
  ['not there', new WorkflowNotFoundError('not found', 'search:1', undefined), true],
  ['a wait that was called off', answered(1), false],
  ['a deadline', answered(4), false],
  ['too many requests', answered(8), false],
  ['a server that is away', answered(14), false],
  ['no answer in time', new TemporalSilentError('no answer within 10000 ms'), false],
  [
    'an answer that the client does not understand',
    new Error('Expected at most 1 close event(s), got: 2'),
    false,
  ],
])('a workflow has ended by what its result is refused with: %s', (_what, error, ended) => {
  expect(hasEnded(error)).toBe(ended);
});
