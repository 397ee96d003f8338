import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeConversation } from '../test/support/conversationRows.ts';
import { openTestDatabase } from '../test/support/testDatabase.ts';
import { agent, team } from '../workflows/domain/team.ts';
import { createDatabase, type Database } from './database.ts';
import { costsOfRuns } from './runCosts.ts';

let testDatabase: Awaited<ReturnType<typeof openTestDatabase>>;
let database: Database;
let projectId: string;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = createDatabase(testDatabase.url, { poolSize: 2 });
  ({ id: projectId } = await database.project.create({ data: { slug: 'default', name: 'Default' } }));
});
afterAll(async () => {
  await database.$disconnect();
  await testDatabase.close();
});

async function conversation(): Promise<string> {
  const config = team({ participants: [agent({ name: 'writer' })], maxTurns: 1 });
  const { conversationId } = await writeConversation(database, projectId, config, 'Watch.');
  return conversationId;
}

/** A message that begins a further run. */
async function begin(conversationId: string, run: number, turn: number): Promise<void> {
  await database.message.create({
    data: {
      ...{ projectId, conversationId, run, turn, seq: turn, source: 'user', type: 'TextMessage' },
      ...{ content: 'Again.', writtenBy: `web:${randomUUID()}`, position: turn, revision: turn },
    },
  });
}

async function call(
  conversationId: string,
  turn: number,
  costMicroUsd: bigint | null,
  rest: { purpose?: string; state?: string } = {},
): Promise<void> {
  await database.modelCall.create({
    data: {
      ...{ projectId, conversationId, turn, seq: turn, agent: 'writer', purpose: 'reply', attempt: 1 },
      ...{ writtenBy: `${randomUUID()}:1`, model: 'demo', state: 'completed', costMicroUsd },
      ...{ requestOutline: {}, requestSha256: '' },
      ...rest,
    },
  });
}

it('counts each call to the run of its turn, and what was remembered to the run that had ended', async () => {
  const id = await conversation();
  await begin(id, 1, 3);
  await begin(id, 2, 5);
  await call(id, 0, 100n);
  await call(id, 2, 10n);
  await call(id, 3, 7n, { purpose: 'memory' });
  await call(id, 3, 1n);
  await call(id, 4, null);
  await call(id, 5, 2n, { state: 'unknown' });
  await database.embeddingCall.create({
    data: {
      ...{ projectId, conversationId: id, turn: 4, seq: 4, purpose: 'look_up', model: 'demo', dimensions: 3 },
      ...{ textCount: 1, writtenBy: `${randomUUID()}:1`, attempt: 1, state: 'completed', costMicroUsd: 5n },
    },
  });
  const runs = [0, 1, 2].map((run) => ({ conversationId: id, run }));
  const costs = await costsOfRuns(database, projectId, [...runs, ...runs]);
  expect(costs.sort((one, other) => one.run - other.run)).toEqual([
    { conversationId: id, run: 0, costMicroUsd: 117, unpricedCalls: 0, unknownCalls: 0 },
    { conversationId: id, run: 1, costMicroUsd: 6, unpricedCalls: 1, unknownCalls: 0 },
    { conversationId: id, run: 2, costMicroUsd: 2, unpricedCalls: 0, unknownCalls: 1 },
  ]);
});

it('is of one project, and of the runs that are asked for alone', async () => {
  const [one, other] = [await conversation(), await conversation()];
  await begin(one, 1, 3);
  await call(one, 3, 4n);
  await call(other, 3, 50n);
  const asked = [{ conversationId: one, run: 1 }];
  expect(await costsOfRuns(database, projectId, asked)).toMatchObject([{ run: 1, costMicroUsd: 4 }]);
  expect(await costsOfRuns(database, randomUUID(), asked)).toEqual([]);
  expect(await costsOfRuns(database, projectId, [])).toEqual([]);
});
