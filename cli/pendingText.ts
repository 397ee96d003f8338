import type { ApiPendingWork } from '../workflows/contracts/api/pending.ts';
import { plainText } from './plainText.ts';

type Step = ApiPendingWork['steps'][number];

/** Why a conversation makes no progress at the moment, one line per reason; empty if it does. */
export function pendingText({ away, noWorker, steps }: ApiPendingWork): string[] {
  if (away !== null)
    return [plainText(`${away.message}. The conversation continues as soon as Temporal is back.`)];
  if (noWorker) return ['No worker is running. The conversation continues as soon as one is.'];
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
