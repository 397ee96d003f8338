/** What one dependency says of itself. */
export type HealthLine = {
  name: 'database' | 'temporal' | 'worker' | 'event loop';
  /** `degraded`: pages work, but conversations don't move. */
  state: 'ok' | 'degraded' | 'down';
  detail: string;
};

export type HealthReport = readonly HealthLine[];

/** 200 while pages can be served and conversations started, 503 where not. A missing worker is no reason to take the web away. */
export function healthStatus(report: HealthReport): 200 | 503 {
  return report.some(({ state }) => state === 'down') ? 503 : 200;
}

/** One line each: name, state, detail. */
export function formatHealth(report: HealthReport): string {
  return report.map(({ name, state, detail }) => `${name}: ${state} (${detail})\n`).join('');
}
