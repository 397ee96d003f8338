import type { CallView } from '../../../data/conversations/view.ts';

/** Whether a worker was lost over a message, which a later attempt wrote: a call of it that nobody has closed. */
export function wasWrittenAgain(calls: readonly CallView[], modelCallId: string | null): boolean {
  const answered = calls.find(({ id }) => id === modelCallId);
  return calls.some(
    ({ state, failureType, attempt }) =>
      answered !== undefined && state === 'unknown' && failureType === null && attempt < answered.attempt,
  );
}
