const causes = new WeakMap<Error, unknown>();

/** Records the cause of an error, only for this process's log and reports: it does not travel with the error. */
export function withHiddenCause<Failure extends Error>(failure: Failure, cause: unknown): Failure {
  causes.set(failure, cause);
  return failure;
}

/** What `withHiddenCause` has noted; undefined: nothing. */
export function hiddenCauseOf(failure: Error): unknown {
  return causes.get(failure);
}
