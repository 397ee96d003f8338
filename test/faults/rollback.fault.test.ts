import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually, transcriptOf } from '../../worker/test/transcript.ts';
import { text } from '../support/scriptedReply.ts';
import { type FaultStage, setFaultStage } from './faultStage.ts';

jest.setTimeout(300_000);

let stage: FaultStage;
beforeAll(async () => {
  stage = await setFaultStage();
});
afterAll(() => stage.close());

const review = { deadlineSeconds: 3_600, onDeadline: 'stop' } as const;
const reviewed = team([agent('writer', { review }), agent('critic')]);

async function openTask(conversationId: string) {
  const task = await eventually(
    () => stage.database().humanTask.findFirst({ where: { conversationId, state: 'open' } }),
    (found) => found !== null,
  );
  if (task === null) throw new Error('No task is open');
  return task;
}

async function stateOf(conversationId: string) {
  return stage.database().conversation.findUniqueOrThrow({ where: { id: conversationId } });
}

it('continues after Temporal has lost its last commits: nothing is paid for twice, and what is lost is reported', async () => {
  stage.model.script(text('A draft'), text('Good. APPROVE'), text('Another draft'));
  const known = await stage.start(reviewed);
  const task = await openTask(known);
  const restore = await stage.keepTemporal();

  await stage.answer(task, 'approve');
  await stage.result(known);
  const transcript = await transcriptOf(stage.database(), known);
  expect(await stateOf(known)).toMatchObject({ state: 'finished' });
  const unknown = await stage.start(reviewed);
  await openTask(unknown);
  const requests = stage.model.requests.length;

  await stage.killWorker();
  await restore();
  await stage.database().$executeRaw`UPDATE conversation SET updated_at = now() - interval '2 minutes'`;
  await stage.startWorker();

  // The answer is submitted again, and its result is found.
  await stage.result(known);
  await eventually(
    () => stateOf(known),
    ({ state }) => state === 'finished',
  );
  expect(await transcriptOf(stage.database(), known)).toEqual(transcript);
  expect(stage.model.requests).toHaveLength(requests);

  // The other one reports it, and can continue with a further task after all that was said.
  const gone = await eventually(
    () => stateOf(unknown),
    ({ state }) => state === 'failed',
  );
  expect(gone.stopReason).toBe('Its workflow no longer exists on the Temporal server');
  expect(gone.finalState).toMatchObject({ nextSeq: 2, nextTurn: 1, outcome: { state: 'failed' } });
  expect(await stage.database().humanTask.count({ where: { state: 'open' } })).toBe(0);
});
