import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { bundlePath } from '../bundlePath.ts';

const folder = fileURLToPath(new URL('../../test/histories/', import.meta.url));

interface RecordedHistory {
  workflowId: string;
  history: { events: { eventType: string }[] };
}

/** Every history that some version has recorded (test/histories/record.ts). */
const histories = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): RecordedHistory => ({
    workflowId: basename(name, '.json'),
    history: JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordedHistory['history'],
  }));

/** What today's workflow code makes of histories: for each, null where it agrees, else why not. */
async function replay(all: RecordedHistory[]): Promise<Record<string, string | null>> {
  const verdicts: Record<string, string | null> = {};
  const options = { workflowBundle: { codePath: bundlePath }, replayName: 'recorded' };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, all)) {
    verdicts[workflowId] = error === undefined ? null : `${error.name}: ${error.message}`;
  }
  return verdicts;
}

it('today’s workflow code replays every recorded history: conversations that run now go on after a deploy', async () => {
  expect(histories.length).toBeGreaterThanOrEqual(9);
  const agreed = Object.fromEntries(histories.map(({ workflowId }) => [workflowId, null]));
  expect(await replay(histories)).toEqual(agreed);
});

it('a history that today’s code would not have made is found out', async () => {
  const [recorded] = histories.filter(({ workflowId }) => workflowId.endsWith('round-robin'));
  const events = recorded?.history.events ?? [];
  // The first activity is scheduled as another one, as by code that began with something else.
  const other = JSON.parse(
    JSON.stringify(events).replace('"name":"recordState"', '"name":"openTask"'),
  ) as typeof events;
  expect(other).not.toEqual(events);
  const verdicts = await replay([{ workflowId: 'another', history: { events: other } }]);
  expect(verdicts['another']).toMatch(/DeterminismViolationError/);
});
