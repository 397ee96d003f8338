import { storableText } from '../../workflows/domain/storable.ts';

/** Why a tool could not be asked at all; what a tool itself gets wrong is a result. */
export type ToolTrouble =
  /** A server or process that is needed can't be reached or started now. */
  | 'unreachable'
  /** The toolbox is closed: this worker is shutting down. */
  | 'closed'
  /** The source can't be used as it is: a command that isn't allowed, an unknown secret, invalid Python. */
  | 'misconfigured';

/** What was to be asked, by its name for people, and its own words; neither holds a secret. */
export interface ToolPlace {
  address: string;
  words: string;
}

/**
 * No tool was called, or none is known to have been called. `retryable` says whether the same call may succeed later;
 * `place` is null if no outside service was involved.
 */
export class ToolUnavailable extends Error {
  override readonly name = 'ToolUnavailable';
  readonly trouble: ToolTrouble;
  readonly retryable: boolean;
  readonly place: ToolPlace | null;

  constructor(trouble: ToolTrouble, message: string, options: ErrorOptions & { place?: ToolPlace } = {}) {
    super(storableText(message), options);
    const { place } = options;
    this.place = place ? { address: storableText(place.address), words: storableText(place.words) } : null;
    this.trouble = trouble;
    this.retryable = trouble !== 'misconfigured';
  }
}

/** A tool took longer than it may. Becomes a result. */
export class ToolTimedOut extends Error {
  override readonly name = 'ToolTimedOut';

  constructor(timeoutMs: number) {
    super(`The tool took longer than ${timeoutMs / 1000} s`);
  }
}
