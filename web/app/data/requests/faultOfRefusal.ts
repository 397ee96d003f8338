/** The fault in a refusal's data (refuse.server.ts), or "". */
export function faultOfRefusal(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('fault' in data)) return '';
  return typeof data.fault === 'string' ? data.fault : '';
}
