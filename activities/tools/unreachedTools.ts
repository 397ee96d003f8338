import { ApplicationFailure } from '@temporalio/common';
import type { FailureDetails } from '../../workflows/domain/turnFailure.ts';
import type { ToolUnavailable } from './toolErrors.ts';

/** A source of tools that can't say what it offers; `index` is its place among the agent's. */
export interface FailedSource {
  index: number;
  error: ToolUnavailable;
}

/** How often sources of tools that can't be reached are asked; then a person decides. */
export const MAX_UNREACHED = 5;

/** Sources that can't be asked for their tools, as Temporal takes it: tried again, or put before a person. */
export function toolFailure(failed: readonly FailedSource[], attempt: number): ApplicationFailure {
  const message = failed.map(({ error }) => error.message).join('\n');
  // A worker that shuts down says nothing of the tool: another worker tries it.
  const isOurs = failed.some(({ error }) => error.trouble === 'closed');
  const isLasting = failed.some(({ error }) => !error.retryable);
  if (isOurs || (!isLasting && attempt < MAX_UNREACHED)) {
    return unavailable(
      failed.map(({ error }) => error),
      attempt,
    );
  }
  return ApplicationFailure.create({
    message: isLasting ? message : `${message}\nIt was tried ${String(attempt)} times.`,
    type: isLasting ? 'tool_misconfigured' : 'tool_unreachable',
    nonRetryable: true,
    details: [
      {
        ...placeOf(failed.map(({ error }) => error)),
        tools: failed.map(({ index }) => index).sort((a, b) => a - b),
      } satisfies FailureDetails,
    ],
  });
}

/** Tools that could not be asked, for Temporal to try again; `attempt` counts from 1. */
export function unavailable(errors: readonly ToolUnavailable[], attempt: number): ApplicationFailure {
  const isOurs = errors.some(({ trouble }) => trouble === 'closed');
  return ApplicationFailure.create({
    message: errors.map(({ message }) => message).join('\n'),
    type: 'tool_unavailable',
    details: [
      {
        ...placeOf(errors),
        ...(isOurs ? {} : { requests: { made: attempt, atMost: MAX_UNREACHED } }),
      } satisfies FailureDetails,
    ],
  });
}

/** Of several the message names each with its words. */
function placeOf(errors: readonly ToolUnavailable[]): FailureDetails {
  const [first, ...others] = errors;
  return others.length === 0 ? (first?.place ?? {}) : {};
}
