import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerNodeOptions } from '../../platform/workerNodeOptions.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { startWebServer, type WebServer } from '../../web/test/support/webServer.ts';
import { freePort } from '../embedded/network.ts';
import { type Service, startService } from '../embedded/service.ts';
import { isTold, queriedMetrics } from './queriedMetrics.ts';

const TOKEN = 'a token for those who scrape';

let folder: string;
let testDatabase: Awaited<ReturnType<typeof openTestDatabase>>;
let web: WebServer;
let worker: Service;
let workerMetrics: string;
let privateMetrics: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-metrics-'));
  testDatabase = await openTestDatabase();
  const [healthPort, metricsPort] = [await freePort(), await freePort()];
  workerMetrics = `http://127.0.0.1:${String(healthPort)}/metrics`;
  privateMetrics = `http://127.0.0.1:${String(metricsPort)}/metrics`;
  const env = {
    ...testTemporal(),
    DATABASE_URL: testDatabase.url,
    METRICS_TOKEN: TOKEN,
    COLLOQUY_COMMIT: 'abcdef0',
  };
  worker = await startService({
    name: 'The worker',
    command: process.execPath,
    args: [...workerNodeOptions, '--no-warnings', 'worker/main.ts'],
    env: { ...env, NODE_OPTIONS: '', WORKER_HEALTH_PORT: String(healthPort) },
    logFile: join(folder, 'worker.log'),
    isReady: () =>
      fetch(`http://127.0.0.1:${String(healthPort)}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
  });
  web = await startWebServer({ ...env, METRICS_PORT: String(metricsPort) });
});
afterAll(async () => {
  await web.close();
  await worker.stop();
  await testDatabase.close();
  rmSync(folder, { recursive: true });
});

const headers = { authorization: `Bearer ${TOKEN}` };
const scrape = async (url: string) => (await fetch(url, { headers })).text();

describe('the metrics of running processes', () => {
  it('are for those who show the token, at each address', async () => {
    for (const url of [workerMetrics, privateMetrics, `${web.url}/metrics`]) {
      expect([url, (await fetch(url)).status]).toEqual([url, 401]);
      expect([url, (await fetch(url, { headers })).status]).toEqual([url, 200]);
    }
  });

  it("of a worker hold the process's, ours, and those of Temporal's core in one scrape", async () => {
    const text = await scrape(workerMetrics);
    expect(text).toMatch(/^colloquy_build_info\{version="[\d.]+",commit="abcdef0",process="worker"\} 1$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds\{/m);
    expect(text).toMatch(/^# TYPE colloquy_model_calls_total counter$/m);
    expect(text).toMatch(/^temporal_worker_task_slots_available\{.*worker_type="ActivityWorker".*\} \d+$/m);
    expect(text).toMatch(/^temporal_num_pollers\{/m);
    const names = text.split('\n').filter((line) => line.startsWith('# TYPE '));
    expect(new Set(names).size).toBe(names.length);
  });

  it("of a web process hold the installation's: conversations, tasks, what waits in the queue", async () => {
    const text = await scrape(privateMetrics);
    expect(text).toMatch(/^colloquy_readable\{source="database",process="web"\} 1$/m);
    expect(text).toMatch(/^colloquy_readable\{source="temporal",process="web"\} 1$/m);
    expect(text).toMatch(/^colloquy_human_tasks_overdue\{process="web"\} 0$/m);
    expect(text).toMatch(/^colloquy_task_queue_backlog\{side="workflow",process="web"\} 0$/m);
    expect(text).toMatch(/^colloquy_task_queue_pollers\{side="activity",process="web"\} 1$/m);
  });

  it('name requests by their routes, whoever asks for what', async () => {
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID());
    for (const id of ids) {
      await fetch(`${web.url}/conversations/${id}`, { redirect: 'manual' });
      await fetch(`${web.url}/api/v1/conversations/${id}`);
      await fetch(`${web.url}/${id}.php`);
    }
    const text = await scrape(privateMetrics);
    expect(text).not.toMatch(new RegExp(ids.join('|')));
    const routes = [...text.matchAll(/_request_duration_seconds_count\{.*route="([^"]*)"/g)];
    expect(routes.map(([, route]) => route)).toEqual(
      expect.arrayContaining([
        '/conversations/:conversationId',
        '/api/v1/conversations/:conversationId',
        'other',
      ]),
    );
  });

  it('are all that alert rules and the dashboard ask for', async () => {
    const text = (await scrape(workerMetrics)) + (await scrape(privateMetrics));
    const told = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name));
    expect(queriedMetrics().filter((name) => !isTold(name, told))).toEqual([]);
  });
});
