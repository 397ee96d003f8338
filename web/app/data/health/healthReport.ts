/** The health of one dependency. */
export type HealthLine = {
  name: 'database' | 'knowledge' | 'temporal' | 'worker' | 'event loop' | 'version';
  /** `degraded`: pages work, but conversations or look-ups don't. */
  state: 'ok' | 'degraded' | 'down';
  detail: string;
};

export type HealthReport = readonly HealthLine[];

/**
 * 200 if pages can be served and conversations started, otherwise 503. A missing worker is no reason to take the
 * web process out of service.
 */
export function healthStatus(report: HealthReport): 200 | 503 {
  return report.some(({ state }) => state === 'down') ? 503 : 200;
}

/** One line per dependency: name, state, detail. */
export function formatHealth(report: HealthReport): string {
  return report.map(({ name, state, detail }) => `${name}: ${state} (${detail})\n`).join('');
}
