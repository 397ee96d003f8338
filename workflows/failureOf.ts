import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow';
import { isFailureType } from './contracts/failures.ts';
import { readFailureDetails } from './domain/readFailureDetails.ts';
import { storableText } from './domain/storable.ts';
import type { TurnFailure } from './domain/turnFailure.ts';

/** Why a step's activity failed in the end, in a form that the state keeps and a person reads. */
export function failureOf(error: unknown): TurnFailure {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  if (cause instanceof ApplicationFailure) return ofApplication(cause);
  if (cause instanceof TimeoutFailure) {
    // Of a time limit over all attempts, the last attempt's failure says more.
    if (cause.cause instanceof ApplicationFailure) return ofApplication(cause.cause);
    return { type: 'step_timed_out', message: `${error.activityType}: ${cause.message}` };
  }
  return { type: 'unexpected_error', message: cause?.message ?? error.message };
}

/** An error that no activity gave a type has its class's name as one. */
function ofApplication({ type, message, details }: ApplicationFailure): TurnFailure {
  const known = readFailureDetails(details);
  return {
    type: typeof type === 'string' && isFailureType(type) ? type : 'unexpected_error',
    message: storableText(message),
    ...(Object.keys(known).length === 0 ? {} : { details: known }),
  };
}
