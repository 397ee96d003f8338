import { isReplayBusy } from '../../../replay/replayer.ts';
import { Problem } from '../problem.ts';

/** What a replay gives; refused with `busy` where too many are under way. */
export async function unlessBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isReplayBusy(error)) throw error;
    throw new Problem({
      kind: 'busy',
      status: 503,
      title: 'This server is already replaying as many histories as it can',
      detail: 'Try again in a moment.',
      headers: { 'retry-after': '5' },
    });
  }
}
