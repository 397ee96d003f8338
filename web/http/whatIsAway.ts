import { types } from 'node:util';
import { type DatabaseAwayError, isDatabaseAway } from '../../platform/databaseAway.ts';
import { temporalAway, type TemporalAwayError } from '../../platform/temporalAway.ts';

/** Deeper than the libraries in between wrap an error. */
const MAX_DEPTH = 5;

/** A neighbour that does not answer, by the type that its client gave the error; null where it is another error. */
export function whatIsAway(
  error: unknown,
  temporalAddress: string,
): DatabaseAwayError | TemporalAwayError | null {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH && types.isNativeError(current); depth += 1) {
    if (isDatabaseAway(current)) return current;
    current = current.cause;
  }
  return temporalAway(error, temporalAddress);
}
