import type { ApiConversation, ApiRun } from '../workflows/contracts/api/conversations.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';

/** The exit code of a run that is over; `state` is its outcome. A standing conversation sleeps after each of them. */
export function endedCode(state: ApiConversation['state'] | null): ExitCode {
  if (state === 'failed') return exitCodes.failed;
  return state === 'stopped' || state === 'cancelled' ? exitCodes.stopped : exitCodes.done;
}

/** How one of a conversation's runs ended. */
export function outcomeOf(
  { run, state, runs }: Pick<ApiConversation, 'run' | 'state'> & { runs: readonly ApiRun[] },
  asked: number,
): ApiConversation['state'] | null {
  return runs.find((each) => each.run === asked)?.state ?? (run === asked ? state : null);
}

/** The exit code of `--no-wait` where a run goes on only when something has happened elsewhere; null: it is at work. */
export function waitingCode(state: ApiConversation['state']): ExitCode | null {
  return state === 'waiting' || state === 'parked' || state === 'sleeping' ? exitCodes.waits : null;
}
