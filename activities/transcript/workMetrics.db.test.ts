import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metricsRegistry } from '../../platform/metrics/registry.ts';
import { calls, text, unauthorized } from '../../test/support/scriptedReply.ts';
import { startToolServer, type ToolServer } from '../../test/support/toolServer.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { modelClient } from '../../workflows/domain/model.ts';
import { placeOf, replyInput } from '../test/inputs.ts';
import { failureOf, openStage, run, type Stage } from '../test/stage.ts';

const USAGE = { prompt_tokens: 2_000, completion_tokens: 500, total_tokens: 2_500 };

let stage: Stage;
let tools: ToolServer;
beforeAll(async () => {
  stage = await openStage();
  tools = await startToolServer();
  const price = { inputMicroUsdPerMillion: 150_000, outputMicroUsdPerMillion: 600_000 };
  await stage.database.modelPrice.create({
    data: { projectId: stage.projectId, model: 'priced', ...price },
  });
});
afterAll(async () => {
  await tools.close();
  await stage.close();
});

/** The lines of these metrics, without comments and buckets. */
async function linesOf(...names: string[]): Promise<string[]> {
  const lines = await Promise.all(names.map((name) => metricsRegistry.getSingleMetricAsString(name)));
  return lines
    .flatMap((each) => each.split('\n'))
    .filter((line) => line !== '' && !/^#|_bucket|_sum/.test(line));
}

describe('what is counted of the work', () => {
  it('is a reply with its turn, tokens, money and time, once, however often its activity runs', async () => {
    const ref = await stage.conversation(
      team([agent('writer', { model: modelClient({ model: 'priced' }) })]),
    );
    stage.model.script(text('Rain.', { usage: USAGE }));
    await run(stage, 'generateReply', replyInput(ref));
    await run(stage, 'generateReply', replyInput(ref), { attempt: 2 });

    expect(
      await linesOf(
        'colloquy_turns_total',
        'colloquy_model_calls_total',
        'colloquy_model_call_duration_seconds',
        'colloquy_tokens_total',
        'colloquy_cost_usd_total',
        'colloquy_unpriced_calls_total',
      ),
    ).toEqual([
      'colloquy_turns_total{pattern="round_robin"} 1',
      'colloquy_model_calls_total{model="priced",outcome="completed"} 1',
      'colloquy_model_call_duration_seconds_count{model="priced"} 1',
      'colloquy_tokens_total{model="priced",direction="input"} 2000',
      'colloquy_tokens_total{model="priced",direction="output"} 500',
      'colloquy_cost_usd_total{model="priced"} 0.0006',
    ]);
  });

  it('is a request that was refused', async () => {
    const ref = await stage.conversation(
      team([agent('writer', { model: modelClient({ model: 'refused' }) })]),
    );
    stage.model.script(unauthorized());
    await failureOf(run(stage, 'generateReply', replyInput(ref)));
    expect(await linesOf('colloquy_model_calls_total')).toContain(
      'colloquy_model_calls_total{model="refused",outcome="failed"} 1',
    );
  });

  it('is a call of a tool by its kind, once', async () => {
    const ref = await stage.conversation(team([agent('writer', { tools: [tools.tool('pay')] })]));
    stage.model.script(calls([{ id: 'c1', name: 'pay', arguments: { what: 'rent' } }]));
    await run(stage, 'generateReply', replyInput(ref));
    const call = { ...placeOf(ref, { nextSeq: 2 }), index: 0, tool: 'pay', mayRepeat: false };
    await run(stage, 'callTool', call, { activityId: '2' });
    await run(stage, 'callTool', call, { activityId: '2', attempt: 2 });
    expect(await linesOf('colloquy_tool_calls_total')).toEqual([
      'colloquy_tool_calls_total{kind="http",outcome="completed"} 1',
    ]);
  });
});
