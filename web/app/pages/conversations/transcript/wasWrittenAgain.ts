import type { CallView } from '../../../data/calls/callView.ts';

/** Whether a message's first worker was lost and a later attempt wrote it: one of its calls was never closed. */
export function wasWrittenAgain(calls: readonly CallView[], modelCallId: string | null): boolean {
  const answered = calls.find(({ id }) => id === modelCallId);
  return calls.some(
    ({ state, failureType, attempt }) =>
      answered !== undefined && state === 'unknown' && failureType === null && attempt < answered.attempt,
  );
}
