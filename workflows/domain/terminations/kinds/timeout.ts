import type { Latch, TerminationKind } from '../kind.ts';

/** So long after the run began. Looked at between turns, as in AutoGen; a wait on a person ends with it. */
export interface Timeout {
  kind: 'timeout';
  seconds: number;
}

interface State extends Latch<'timeout'> {
  /** Null until the first check. */
  startedAtMs: number | null;
}

export const timeout: TerminationKind<Timeout, State> = {
  isLimit: true,
  initial: () => ({ kind: 'timeout', startedAtMs: null, fired: null }),
  observe({ seconds }, state, { nowMs }) {
    const startedAtMs = state.startedAtMs ?? nowMs;
    const isOver = nowMs - startedAtMs >= seconds * 1000;
    return {
      kind: 'timeout',
      startedAtMs,
      fired: isOver ? `Timeout of ${pythonFloat(seconds)} seconds reached` : null,
    };
  },
  label: ({ seconds }) => `${String(seconds)} seconds have passed`,
  measures: ({ seconds }, { startedAtMs }, nowMs) => [
    { unit: 'seconds', current: (nowMs - (startedAtMs ?? nowMs)) / 1000, limit: seconds },
  ],
  firesAtMs: ({ seconds }, { startedAtMs }) => (startedAtMs === null ? null : startedAtMs + seconds * 1000),
};

/** AutoGen prints a timeout as Python prints a float: 5 is `5.0`. */
function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${String(value)}.0` : String(value);
}
