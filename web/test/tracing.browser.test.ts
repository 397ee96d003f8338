import { createLogger } from '../../platform/logger.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { createOtlpTracer } from '../../platform/tracing/otlpTracer.ts';
import { closeTracer, useTracer } from '../../platform/tracing/spans.ts';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from '../../test/support/otlpReceiver.ts';
import { text } from '../../test/support/scriptedReply.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import { expect, startInBrowser, test as base } from './support/browserTest.ts';

const TASK = 'Write of the secret harbour';
const ANSWER = 'The harbour was never found';

/** The web process and this one, in which the worker runs, send their spans to a receiver. */
const test = base.extend<object, { otlp: OtlpReceiver; environment: Record<string, string> }>({
  otlp: [
    async ({}, provide) => {
      const otlp = await startOtlpReceiver();
      process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = otlp.endpoint;
      process.env['OTEL_BSP_SCHEDULE_DELAY'] = '100';
      const logger = createLogger({ process: 'worker', level: 'silent' });
      useTracer(createOtlpTracer({ process: 'worker', commit: undefined, showsContent: false, logger }));
      await provide(otlp);
      await closeTracer();
      useTracer(undefined);
      Reflect.deleteProperty(process.env, 'OTEL_EXPORTER_OTLP_ENDPOINT');
      Reflect.deleteProperty(process.env, 'OTEL_BSP_SCHEDULE_DELAY');
      await otlp.close();
    },
    { scope: 'worker' },
  ],
  environment: [
    async ({ otlp }, provide) =>
      provide({ OTEL_EXPORTER_OTLP_ENDPOINT: otlp.endpoint, OTEL_BSP_SCHEDULE_DELAY: '100' }),
    { scope: 'worker' },
  ],
});

const named = (spans: ReceivedSpan[], name: string | RegExp) =>
  spans.filter((span) => (typeof name === 'string' ? span.name === name : name.test(span.name)));

test.describe('a trace', () => {
  test.describe.configure({ timeout: 240_000 });

  test('leads from the request in the browser to the calls of the model, over both processes', async ({
    page,
    world,
    model,
    otlp,
    temporal: where,
  }) => {
    model.script(text(ANSWER), text('FINISHED'));
    const id = await startInBrowser(page, 'Writer and editor', TASK);
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect
      .poll(() => named(otlp.spans(), 'invoke_workflow conversation').length, { timeout: 120_000 })
      .toBe(1);
    await expect.poll(() => named(otlp.spans(), 'chat test-model').length, { timeout: 60_000 }).toBe(2);
    await expect
      .poll(() => named(otlp.spans(), /^POST .*conversations.new/).length, { timeout: 60_000 })
      .toBe(1);

    const all = otlp.spans();
    const [request] = named(all, /^POST .*conversations.new/);
    const traceId = request?.traceId ?? '';
    const spans = all.filter((span) => span.traceId === traceId);
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const path = (span: ReceivedSpan): string[] => {
      const parent = byId.get(span.parentSpanId);
      return [...(parent === undefined ? [] : path(parent)), `${span.service} ${span.name}`];
    };
    const [chat] = named(spans, 'chat test-model');
    expect(chat && path(chat)).toEqual([
      expect.stringMatching(/^colloquy-web POST /),
      'colloquy-web StartWorkflow:conversation',
      'colloquy-worker invoke_workflow conversation',
      expect.stringMatching(/^colloquy-worker invoke_agent /),
      'colloquy-worker RunActivity:generateReply',
      'colloquy-worker chat test-model',
    ]);
    expect(chat?.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'test-model',
      'gen_ai.conversation.id': id,
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': expect.any(Number),
      'gen_ai.usage.output_tokens': expect.any(Number),
      'server.address': '127.0.0.1',
    });
    expect(named(spans, /^invoke_agent /).map(({ attributes }) => attributes['colloquy.turn'])).toEqual([
      0, 1,
    ]);
    for (const span of spans) expect(span.endMs).toBeGreaterThanOrEqual(span.startMs);

    // The approval has a trace of its own, to which what came of it leads back.
    const [update] = named(all, 'UpdateWorkflow:answerTask');
    expect(update?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(update?.traceId).not.toBe(traceId);
    const answers = named(spans, 'RunActivity:generateReply');
    expect(answers.map(({ links }) => links)).toEqual([[], [update?.traceId]]);

    // What was said stands in no span, in no log line's trace, and not in the history's headers.
    expect(otlp.raw()).not.toContain('harbour');
    const lines = world.log().filter((line) => line['traceId'] === traceId);
    expect(lines.map(({ msg }) => msg)).toContain('request');
    const client = await connectTemporal(where);
    const { events } = await client.workflow.getHandle(conversationWorkflowId(id, 0)).fetchHistory();
    const headers = (events ?? []).flatMap(
      ({
        workflowExecutionStartedEventAttributes: started,
        activityTaskScheduledEventAttributes: scheduled,
      }) => {
        const header = started?.header ?? scheduled?.header;
        return header === undefined || header === null ? [] : [header.fields ?? {}];
      },
    );
    expect(headers.length).toBeGreaterThan(3);
    for (const fields of headers) {
      expect(['traceparent', 'colloquy-cause']).toEqual(expect.arrayContaining(Object.keys(fields)));
      const [traceparent = '', cause] = ['traceparent', 'colloquy-cause'].map((name) =>
        Buffer.from(fields[name]?.data ?? []).toString(),
      );
      expect(traceparent).toMatch(new RegExp(`^"00-${traceId}-[0-9a-f]{16}-01"$`));
      expect(cause).toMatch(/^("00-[0-9a-f]{32}-[0-9a-f]{16}-01")?$/);
    }
    await client.connection.close();
  });

  test('is taken over from whoever calls the API, and named in what is refused', async ({ world, cli }) => {
    const traceId = 'c0ffee00c0ffee00c0ffee00c0ffee00';
    const traceparent = `00-${traceId}-00000000000000ab-01`;
    const answer = await fetch(`${world.url}/api/v1/teams`, { headers: { traceparent } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-trace-id')).toBe(traceId);
    expect(await answer.json()).toMatchObject({ traceId });
    expect(cli).toBeDefined();
    await expect.poll(() => world.log().some((line) => line['traceId'] === traceId)).toBe(true);
    const forged = await fetch(`${world.url}/api/v1/teams`, { headers: { traceparent: 'x\u00e9 "forged' } });
    expect(forged.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is the reference that an error page shows, and that the log has', async ({ page, world }) => {
    await world.database.$executeRaw`ALTER TABLE model_price RENAME TO model_price_away`;
    await page.goto('/settings/prices');
    await expect(page.getByText(/^Reference [0-9a-f]{32}$/)).toBeVisible();
    await world.database.$executeRaw`ALTER TABLE model_price_away RENAME TO model_price`;
    const reference = (await page.getByText(/^Reference/).innerText()).replace('Reference ', '');
    const lines = world.log().filter((line) => line['traceId'] === reference);
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['request failed', 'request']));
  });

  test('harms nothing where nobody takes the spans', async ({ page, model, otlp }) => {
    for (const how of ['silent', 'failing'] as const) {
      otlp.behave(how);
      model.script(text('Briefly'), text('FINISHED'));
      const before = otlp.requests();
      await startInBrowser(page, 'Writer and editor', `With a receiver that is ${how}`);
      await page.getByRole('button', { name: 'Approve' }).click();
      await expect(page.getByText('Finished', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
      await expect.poll(() => otlp.requests(), { timeout: 60_000 }).toBeGreaterThan(before);
    }
    otlp.behave('well');
  });
});
