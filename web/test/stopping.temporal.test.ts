import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createToken, ensureMachineAccount } from '../../ops/createToken.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { seed } from '../../prisma/seed.ts';
import { writeConversation } from '../../test/support/conversationRows.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { startWebServer } from './support/webServer.ts';

/** After so long a process that is asked to stop cuts off whoever is still connected. */
const GRACE_MS = 8_000;

let testDatabase: Awaited<ReturnType<typeof openTestDatabase>>;
let database: Database;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = createDatabase(testDatabase.url, { poolSize: 2 });
  await seed(database);
});
afterAll(async () => {
  await database.$disconnect();
  await testDatabase.close();
});

it('ends its streams and then itself when it is asked to stop, though readers keep their connections', async () => {
  const web = await startWebServer({ ...testTemporal(), DATABASE_URL: testDatabase.url });
  const token = await createToken(database, { userId: await ensureMachineAccount(database), name: 'Test' });
  const { id: projectId } = await database.project.findFirstOrThrow();
  const writer = agent({ name: 'writer', description: 'Writes.', systemMessage: 'You write.' });
  const config = team({ participants: [writer], maxTurns: 1 });
  const { conversationId } = await writeConversation(database, projectId, config, 'Of ends.');
  // As browsers and proxies do, it would use the connection again.
  const stream = await fetch(`${web.url}/api/v1/conversations/${conversationId}/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('event: change')) text += (await reader?.read())?.value ?? '';

  await web.close();
  // It has an end, and was not broken off.
  while ((await reader?.read())?.done === false);
  const at = (message: string) => {
    const time = web.log().find(({ msg }) => msg === message)?.['time'];
    return typeof time === 'string' ? Date.parse(time) : Number.NaN;
  };
  expect(at('web server stopped') - at('web server stopping')).toBeLessThan(GRACE_MS - 1_000);
});
