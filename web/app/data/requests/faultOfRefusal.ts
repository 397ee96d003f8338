/** The fault in the data of a refusal's answer (refuse.server.ts); "" where there is none. */
export function faultOfRefusal(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('fault' in data)) return '';
  return typeof data.fault === 'string' ? data.fault : '';
}
