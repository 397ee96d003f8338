import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createToken, ensureMachineAccount } from '../../ops/createToken.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { seed } from '../../prisma/seed.ts';
import { startWebServer, type WebServer } from '../../web/test/support/webServer.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { writeConversation } from '../support/conversationRows.ts';
import { openTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { askBeside, HELD_UP_MS, residentMb } from './bystander.ts';

const MB = 1024 * 1024;
/** How much memory may have grown in the end: the heap does not give back all that it once used. */
const KEPT_MB = 250;

let testDatabase: TestDatabase;
let database: Database;
let web: WebServer;
let token: string;
let conversationId: string;
let quietMb: number;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = createDatabase(testDatabase.url, { poolSize: 2 });
  await seed(database);
  const userId = await ensureMachineAccount(database);
  token = await createToken(database, { userId, name: 'An attack' });
  const { id: projectId } = await database.project.findFirstOrThrow();
  ({ conversationId } = await writeConversation(database, projectId, team([agent('writer')]), 'Rain.'));
  web = await startWebServer({
    DATABASE_URL: testDatabase.url,
    TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'] ?? '',
  });
  // The first requests load what the later ones use.
  await bystander().stop();
  quietMb = residentMb(web.pid);
});
afterAll(async () => {
  await web.close();
  await database.$disconnect();
  await testDatabase.close();
});

const headers = () => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });

const bystander = () =>
  askBeside(web.pid, [
    () => fetch(`${web.url}/health`),
    () => fetch(`${web.url}/api/v1/conversations/${conversationId}`, { headers: headers() }),
  ]);

/** Sends it while somebody else sends requests; returns the answer, which must be short whatever the attack. */
async function attack(
  path: string,
  sent: { headers: Record<string, string>; body: string },
): Promise<Response> {
  // Encoded beforehand, so that this process has time for the bystander's requests.
  const init = { ...sent, body: Buffer.from(sent.body) };
  const beside = bystander();
  const response = await fetch(web.url + path, { method: 'POST', redirect: 'manual', ...init });
  const answer = await response.text();
  expect(await beside.stop()).toBeLessThan(HELD_UP_MS);
  // A page may show the form again as it was sent.
  expect(answer.length).toBeLessThan(200_000 + (path.startsWith('/api/') ? 0 : 3 * sent.body.length));
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  return response;
}

const post = (path: string, body: string) => attack(`/api/v1${path}`, { headers: headers(), body });

const signIn = (body: string) =>
  attack('/sign-in', {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: web.url },
    body,
  });

describe('no request delays others to the API', () => {
  it.each<[string, () => string]>([
    ['of 32 MB of small values', () => `[${'0,'.repeat(15.9 * MB)}0]`],
    ['of 30 MB of empty objects', () => `[${'{},'.repeat(10 * MB)}0]`],
    ['of a million lists in each other', () => '['.repeat(MB) + ']'.repeat(MB)],
    ['of objects in each other without an end', () => '{"a":'.repeat(5 * MB)],
    ['of one text of 31 MB', () => JSON.stringify({ name: 'x'.repeat(31 * MB) })],
    ['of one text of 20 MB of escapes', () => `{"name":"${'\\u0000'.repeat(3 * MB)}"}`],
    ['of one text of 30 MB of backslashes', () => `{"name":"${'\\\\'.repeat(15 * MB)}"}`],
    ['of as many unknown fields as are read', () => manyKeys(9_000)],
    ['of a field whose name has 20 MB', () => JSON.stringify({ ['k'.repeat(20 * MB)]: 1 })],
    ['of a team with thousands of wrong participants', () => teamOf('0', 18_000)],
    ['of a team with thousands of half participants', () => teamOf('{"kind":"agent"}', 6_000)],
  ])('%s', async (_, body) => {
    await post('/teams', body());
  });

  it('of any shape', async () => {
    const leaf = fc.constantFrom(
      '0',
      '""',
      '{}',
      '[]',
      'null',
      '"\\ud83d"',
      '{"kind":"agent"}',
      '1e999',
      '-',
    );
    const shape = fc.oneof(
      fc
        .tuple(leaf, fc.integer({ min: 1, max: 4 * MB }))
        .map(([each, times]) => `[${`${each},`.repeat(Math.min(times, (16 * MB) / each.length))}0]`),
      fc
        .tuple(fc.constantFrom('[', '{"a":', '[{"b":'), fc.integer({ min: 1, max: MB }))
        .map(([open, times]) => open.repeat(times)),
      fc.tuple(leaf, fc.integer({ min: 1, max: 12_000 })).map(([each, times]) => teamOf(each, times)),
      fc.integer({ min: 1, max: 9_000 }).map(manyKeys),
    );
    await fc.assert(
      fc.asyncProperty(shape, fc.constantFrom('/teams', '/conversations'), async (body, path) => {
        await post(path, body);
      }),
      { numRuns: 12, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    );
  });
});

describe('no form delays others', () => {
  it.each<[string, () => string]>([
    ['with 200,000 fields', () => 'a=&'.repeat(200_000)],
    ['whose list has four billion places', () => 'email[4294967290]=a&password[4294967290]=b'],
    ['whose name is a path of 200,000 steps', () => `${'a.'.repeat(200_000)}b=1`],
    ['whose name is a list of 100,000 lists', () => `a${'[0]'.repeat(100_000)}=1`],
    ['of 900,000 blanks', () => `email=${'+'.repeat(900_000)}x&password=y`],
  ])('%s', async (_, body) => {
    await signIn(body());
  });

  it('that is larger than any other', async () => {
    const response = await signIn(`a=${'b'.repeat(8 * MB)}`);
    expect(response.status).toBe(413);
  });
});

it('no attack has ended the process or used up its memory', async () => {
  await bystander().stop();
  expect(web.log().filter(({ msg }) => msg === 'a stray error')).toEqual([]);
  const deadlineMs = Date.now() + 60_000;
  while (residentMb(web.pid) > quietMb + KEPT_MB && Date.now() < deadlineMs) await bystander().stop();
  expect(residentMb(web.pid)).toBeLessThan(quietMb + KEPT_MB);
});

function manyKeys(count: number): string {
  return JSON.stringify(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${String(index)}`, 1])),
  );
}

function teamOf(participant: string, times: number): string {
  const participants = `[${Array.from({ length: times }, () => participant).join(',')}]`;
  return `{"name":"t","definition":{"schemaVersion":2,"pattern":{"kind":"round_robin"},"participants":${participants}}}`;
}
