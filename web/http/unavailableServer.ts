import { types } from 'node:util';
import { type DatabaseAwayError, isDatabaseAway } from '../../platform/databaseAway.ts';
import { isKnowledgeAway, type KnowledgeAwayError } from '../../platform/knowledge/knowledgeError.ts';
import { temporalAway, type TemporalAwayError } from '../../platform/temporalAway.ts';

/** More levels than the libraries in between wrap an error in. */
const MAX_DEPTH = 5;

/**
 * A server that we depend on and that does not answer, by the type that its client gave the error; null for any other
 * error.
 */
export function unavailableServer(
  error: unknown,
  temporalAddress: string,
): DatabaseAwayError | KnowledgeAwayError | TemporalAwayError | null {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH && types.isNativeError(current); depth += 1) {
    if (isDatabaseAway(current) || isKnowledgeAway(current)) return current;
    current = current.cause;
  }
  return temporalAway(error, temporalAddress);
}
