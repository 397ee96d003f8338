const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * The id of a span that several processes have to know without telling each other: made of what the span is about (FNV-1a, 64 bits).
 * A workflow may neither draw random numbers for it, which would change what else it draws, nor keep it in its state.
 */
export function derivedSpanId(about: string): string {
  let hash = OFFSET;
  for (let index = 0; index < about.length; index += 1) {
    hash = ((hash ^ BigInt(about.charCodeAt(index))) * PRIME) & MASK;
  }
  // Zeros alone are no id.
  return (hash === 0n ? 1n : hash).toString(16).padStart(16, '0');
}

/** The trace of a workflow that nobody's request has started: its run's id is as random, and as long. */
export function traceIdOfRun(runId: string): string {
  const digits = runId.replaceAll('-', '').toLowerCase();
  return /^(?!0+$)[0-9a-f]{32}$/.test(digits) ? digits : derivedSpanId(runId) + derivedSpanId(`${runId} `);
}
