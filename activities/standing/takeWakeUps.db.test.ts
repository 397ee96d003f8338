import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { writeWakeUp } from '../../platform/wakeUps.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import type { StandingRef, Taken } from '../../workflows/contracts/standing.ts';
import { stateWith } from '../test/inputs.ts';
import { openStage, run, type Stage } from '../test/stage.ts';
import { createTakeWakeUps } from './takeWakeUps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Looks for wake-ups, as this attempt of the activity. */
function take(conversationId: string, attempt = 1): Promise<Taken> {
  const environment = new MockActivityEnvironment({ attempt });
  const { database, projectId } = stage;
  return environment.run<[StandingRef], Taken, (input: StandingRef) => Promise<Taken>>(
    createTakeWakeUps({ database }),
    {
      projectId,
      conversationId,
    },
  );
}

const begins = (conversationId: string) => ({
  kind: 'begun',
  start: { workflowId: conversationWorkflowId(conversationId, 1) },
});

/** A standing conversation whose next run has just been written. */
async function begun(): Promise<string> {
  const ref = await stage.conversation(team([agent('writer')]), 'Watch', { standing: true });
  const outcome = { state: 'finished', stopReason: 'Enough' } as const;
  await run(stage, 'finishConversation', { ...ref, outcome, finalState: stateWith(1) });
  const { projectId, conversationId } = ref;
  const wakeUp = { projectId, conversationId, source: 'message', key: randomUUID(), text: 'Go on.' } as const;
  await stage.database.$transaction((transaction) => writeWakeUp(transaction, wakeUp));
  expect(await take(conversationId)).toMatchObject(begins(conversationId));
  return conversationId;
}

describe('a look for wake-ups while the run that an earlier one has written is starting', () => {
  it('begins nothing: whoever has written the run starts it', async () => {
    expect(await take(await begun())).toEqual({ kind: 'busy' });
  });

  it('begins the same run where the attempt that has written it was lost', async () => {
    const conversationId = await begun();
    expect(await take(conversationId, 2)).toMatchObject(begins(conversationId));
    expect(await stage.database.conversationRun.count({ where: { conversationId } })).toBe(2);
  });
});
