import { beforeAll, expect, it } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { bundlePath } from '../../platform/bundlePath.ts';
import {
  parseHistory,
  recordedHistories,
  type RecordedHistory,
} from '../../test/support/recordedHistories.ts';

beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
});

/** Replays histories with today's workflow code: for each, null if it agrees, else why not. */
async function replay(recorded: RecordedHistory[]): Promise<Record<string, string | null>> {
  const verdicts: Record<string, string | null> = {};
  const options = { workflowBundle: { codePath: bundlePath }, replayName: 'recorded' };
  const histories = recorded.map((each) => ({ workflowId: each.name, history: parseHistory(each) }));
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    verdicts[workflowId] = error === undefined ? null : `${error.name}: ${error.message}`;
  }
  return verdicts;
}

it('today’s workflow code replays every recorded history: running conversations survive a deploy', async () => {
  const recorded = recordedHistories();
  expect(recorded.length).toBeGreaterThanOrEqual(9);
  expect(await replay(recorded)).toEqual(Object.fromEntries(recorded.map(({ name }) => [name, null])));
});

it('a history that today’s code would not have produced is detected', async () => {
  const recorded = recordedHistories().find(({ name }) => name.endsWith('round-robin'));
  // The first activity is replaced, as if the code had begun with another one.
  const json = recorded?.json.replace('"name":"recordState"', '"name":"openTask"') ?? '';
  expect(json).not.toBe(recorded?.json);
  expect((await replay([{ name: 'another', json }]))['another']).toMatch(/DeterminismViolationError/);
});
