import type { ApiPendingWork } from '../workflows/contracts/api/pending.ts';
import { plainText } from './plainText.ts';

type Step = ApiPendingWork['steps'][number];

/** Why a conversation does not go on just now, a line for each reason; none where it does. */
export function pendingText({ away, noWorker, steps }: ApiPendingWork): string[] {
  if (away !== null) return [plainText(`${away.message}. It goes on as soon as Temporal is back.`)];
  if (noWorker) return ['No worker takes the work up. It goes on as soon as one runs.'];
  return steps.flatMap((step) => (step.lastFailure === null ? [] : [plainText(again(step))]));
}

function again({ attempt, lastFailure }: Step): string {
  const requests = lastFailure?.requests ?? null;
  const which =
    requests !== null && requests.made < requests.atMost
      ? `${String(requests.made + 1)} of ${String(requests.atMost)}`
      : String(attempt);
  return `Trying again, attempt ${which}: ${lastFailure?.message ?? ''}`;
}
