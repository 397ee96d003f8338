import { checkHealth } from '../data/health/checkHealth.server.ts';
import { formatHealth, healthStatus } from '../data/health/healthReport.ts';

export async function loader() {
  const report = await checkHealth(new Date());
  return new Response(formatHealth(report), {
    status: healthStatus(report),
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
