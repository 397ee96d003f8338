import type { FailureDetails } from './turnFailure.ts';

/**
 * The details of an ApplicationFailure, in plain code, since the workflow sandbox reads them too. A part of another form
 * than ours is left out; histories of earlier versions have none.
 */
export function readFailureDetails(details: readonly unknown[] | null | undefined): FailureDetails {
  const [given] = details ?? [];
  if (typeof given !== 'object' || given === null) return {};
  const { address, words, status, retryAfterMs, requests, tools } = given as Record<string, unknown>;
  return {
    ...(typeof address === 'string' ? { address } : {}),
    ...(typeof words === 'string' ? { words } : {}),
    ...(isWhole(status) ? { status } : {}),
    ...(typeof retryAfterMs === 'number' && retryAfterMs >= 0 ? { retryAfterMs } : {}),
    ...(isRequests(requests) ? { requests: { made: requests.made, atMost: requests.atMost } } : {}),
    ...(Array.isArray(tools) && tools.every(isWhole) ? { tools } : {}),
  };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isRequests(value: unknown): value is { made: number; atMost: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { made, atMost } = value as Record<string, unknown>;
  return isWhole(made) && isWhole(atMost);
}
