import { types } from 'node:util';
import { isGrpcServiceError } from '@temporalio/client';

/** The Temporal server could not be reached, or did not answer in time. */
export class TemporalAwayError extends Error {
  override readonly name = 'TemporalAwayError';
  /** "host:port". */
  readonly address: string;
  /** What its client says of it. */
  readonly reason: string;

  constructor(address: string, reason: string, options?: ErrorOptions) {
    super(`Temporal at ${address} cannot be reached: ${reason}`, options);
    this.address = address;
    this.reason = reason;
  }
}

/** Temporal did not answer in the time that a page may wait. */
export class TemporalSilentError extends Error {
  override readonly name = 'TemporalSilentError';
}

/** gRPC's DEADLINE_EXCEEDED and UNAVAILABLE. */
const AWAY: ReadonlySet<number> = new Set([4, 14]);
/** Deeper than the client wraps its errors. */
const MAX_DEPTH = 5;

/** By their names: the web server and its bundled routes each have a copy of the classes. */
function isTemporalAway(error: Error): error is TemporalAwayError {
  return error.name === 'TemporalAwayError';
}

function isSilence(error: Error): error is TemporalSilentError {
  return error.name === 'TemporalSilentError';
}

/**
 * Whether an error of Temporal's client, or one of its causes, means that the server is away, judged by their types;
 * else null.
 */
export function temporalAway(error: unknown, address: string): TemporalAwayError | null {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH && types.isNativeError(current); depth += 1) {
    if (isTemporalAway(current)) return current;
    if (isSilence(current)) {
      return new TemporalAwayError(address, current.message, { cause: error });
    }
    if (isGrpcServiceError(current) && AWAY.has(current.code)) {
      return new TemporalAwayError(address, current.details, { cause: error });
    }
    current = current.cause;
  }
  return null;
}
