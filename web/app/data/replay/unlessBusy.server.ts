import { isReplayBusy } from '../../../../replay/replayer.ts';
import { fault } from '../../languages/fault.ts';

/** What a replay gives, or that too many are under way. */
export async function unlessBusy<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result } | { faults: string[] }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!isReplayBusy(error)) throw error;
    return { faults: [fault('replay:faults.busy')] };
  }
}
