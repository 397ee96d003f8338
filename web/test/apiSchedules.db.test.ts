import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';
import { addConversation } from './support/conversationRows.ts';
import type { TestProject } from './support/dataWorld.ts';

type Member = TestProject & { token: string };

let world: ApiWorld;
let ada: Member;

beforeAll(async () => {
  world = await openApiWorld();
  ada = await world.addMember();
  await world.ask(ada.token, '/teams', {
    definition: team({ participants: [agent({ name: 'writer', description: 'Writes.' })], maxTurns: 1 }),
    name: 'Writers',
  });
});
afterAll(async () => {
  await world.close();
});

const ask = (path: string, body?: unknown) => world.ask(ada.token, `/schedules${path}`, body);
const WEEKDAYS = { timing: { kind: 'words', text: 'every weekday at 8:00' }, timeZone: 'Europe/Berlin' };
const DAILY = { name: 'Daily report', team: 'Writers', task: 'Write it.', spec: WEEKDAYS };

async function create(body: object = {}): Promise<string> {
  const made = await ask('', { ...DAILY, ...body });
  expect(made.status).toBe(201);
  return apiEndpoints.createSchedule.response.parse(made.body).scheduleId;
}

async function read(id: string) {
  return apiEndpoints.readSchedule.response.parse((await ask(`/${id}`)).body);
}

/** As a worker does once the schedule stands in Temporal. */
async function takeEffect(scheduleId: string, effectiveAt: Date): Promise<void> {
  await world.database.scheduleRevision.updateMany({ where: { scheduleId }, data: { effectiveAt } });
}

describe('schedules in the API', () => {
  it('are said in words, and kept as a calendar', async () => {
    const id = await create();
    expect(await read(id)).toMatchObject({
      name: 'Daily report',
      state: 'active',
      team: { name: 'Writers', teamVersionId: null },
      spec: {
        timing: { kind: 'calendar', calendars: [{ minute: '0', hour: '8', dayOfWeek: '1-5' }] },
        timeZone: 'Europe/Berlin',
      },
      overlap: 'skip',
      revision: 1,
      task: [{ type: 'TextMessage', content: 'Write it.' }],
    });
  });

  it('are made once for a key, and refused for another description with it', async () => {
    const first = await create({ idempotencyKey: 'one' });
    expect(await create({ idempotencyKey: 'one' })).toBe(first);
    const other = await ask('', { ...DAILY, name: 'Another', idempotencyKey: 'one' });
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:colloquy:problem:key_used' } });
  });

  it('are the same for a key also when their team has another name by then', async () => {
    const definition = team({
      participants: [agent({ name: 'writer', description: 'Writes.' })],
      maxTurns: 1,
    });
    await world.ask(ada.token, '/teams', { definition, name: 'Reporters' });
    const given = { team: 'Reporters', idempotencyKey: 'renamed' };
    const first = await create(given);
    await world.database.team.updateMany({
      where: { name: 'Reporters' },
      data: { name: 'Renamed reporters' },
    });
    expect(await create(given)).toBe(first);
    const unknown = await ask('', { ...DAILY, team: 'Reporters', idempotencyKey: 'another' });
    expect(unknown).toMatchObject({ status: 422, body: { type: 'urn:colloquy:problem:unknown_team' } });
  });

  it('show their next times before they are made, with the change of the clocks', async () => {
    const spec = { ...WEEKDAYS, startAt: '2027-03-26T00:00:00Z' };
    const preview = await ask('/preview', { spec, count: 2 });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        times: [
          { at: '2027-03-26T07:00:00.000Z', offsetMinutes: 60 },
          { at: '2027-03-29T06:00:00.000Z', offsetMinutes: 120, clocksChangeBy: 60 },
        ],
      },
    });
  });

  it('say which part of the words is not understood', async () => {
    const timing = { kind: 'words', text: 'every other day at 8' };
    const refused = await ask('', { ...DAILY, spec: { ...WEEKDAYS, timing } });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('every other day');
  });

  it('take an edit of the revision that was read, and no other', async () => {
    const id = await create();
    const edited = { ...DAILY, name: 'Weekly report' };
    expect(await ask(`/${id}`, { ...edited, revision: 1 })).toMatchObject({
      status: 200,
      body: { revision: 2 },
    });
    expect(await ask(`/${id}`, { ...edited, revision: 1 })).toMatchObject({
      status: 409,
      body: { type: 'urn:colloquy:problem:stale' },
    });
    expect((await read(id)).name).toBe('Weekly report');
  });

  it('are paused with a note, resumed and deleted', async () => {
    const id = await create();
    expect(await ask(`/${id}/pause`, { note: 'Holidays' })).toMatchObject({ status: 200 });
    expect(await read(id)).toMatchObject({ state: 'paused', pauseNote: 'Holidays' });
    await ask(`/${id}/resume`, {});
    expect(await read(id)).toMatchObject({ state: 'active' });
    expect(await world.ask(ada.token, `/schedules/${id}`, undefined, 'DELETE')).toMatchObject({
      status: 200,
    });
    expect(await ask(`/${id}`)).toMatchObject({ status: 404 });
  });

  it('count what a backfill starts: dates with a run are left alone, refused ones are not', async () => {
    const id = await create();
    await takeEffect(id, new Date('2026-09-01T00:00:00Z'));
    const run = { scheduleId: id, projectId: ada.scope.projectId, kind: 'scheduled', revision: 1 };
    await world.database.scheduledRun.createMany({
      data: [
        { ...run, nominalAt: new Date('2026-09-07T06:00:00Z'), state: 'finished' },
        { ...run, nominalAt: new Date('2026-09-08T06:00:00Z'), state: 'refused', refusal: 'runs_a_day' },
      ],
    });
    const range = { from: '2026-09-07T00:00:00Z', until: '2026-09-13T00:00:00Z' };
    const query = new URLSearchParams(range).toString();
    expect((await ask(`/${id}/backfill?${query}`)).body).toEqual({ times: 5, starts: 4 });
    expect(await ask(`/${id}/backfill`, range)).toMatchObject({ status: 201, body: { times: 5 } });
    const ahead = new URLSearchParams({ ...range, until: '2099-01-01T00:00:00Z' }).toString();
    expect(await ask(`/${id}/backfill?${ahead}`)).toMatchObject({ status: 422 });
  });

  it('account for each date, the newest ones where no range is given', async () => {
    const id = await create();
    await takeEffect(id, new Date('2026-01-01T00:00:00Z'));
    const from = '2026-09-07T00:00:00Z';
    const range = new URLSearchParams({ from, until: '2026-09-09T00:00:00Z' }).toString();
    const two = apiEndpoints.listScheduleDates.response.parse((await ask(`/${id}/dates?${range}`)).body);
    expect(two.dates.map(({ at }) => at)).toEqual(['2026-09-07T06:00:00.000Z', '2026-09-08T06:00:00.000Z']);
    const until = new URLSearchParams({ until: '2026-09-09T00:00:00Z' }).toString();
    const newest = apiEndpoints.listScheduleDates.response.parse((await ask(`/${id}/dates?${until}`)).body);
    expect(newest.dates).toHaveLength(60);
    expect(newest.dates.at(-1)?.at).toBe('2026-09-08T06:00:00.000Z');
    expect(newest.hasMore).toBe(true);
  });

  it('tell the next run what a person has written, once the run before has ended', async () => {
    const id = await create({ carryOver: 'summary' });
    const { id: runId } = await world.database.scheduledRun.create({
      data: {
        scheduleId: id,
        projectId: ada.scope.projectId,
        nominalAt: new Date('2026-09-07T06:00:00Z'),
        kind: 'scheduled',
        revision: 1,
        state: 'finished',
        endedAt: new Date('2026-09-07T06:01:00Z'),
        carriedOut: 'Rain.',
      },
    });
    expect((await read(id)).carried).toMatchObject({ runId, text: 'Rain.' });
    await ask(`/${id}/runs/${runId}/carried`, { text: 'Snow.' });
    expect((await read(id)).carried).toMatchObject({ runId, text: 'Snow.' });
  });

  it('wake a standing conversation instead, and say what does not go with that', async () => {
    const wakes = await addConversation(world.database, ada, { state: 'sleeping', standing: true });
    const { team: _team, ...waking } = { ...DAILY, wakes };
    const made = await ask('', waking);
    expect(made.status).toBe(201);
    const { scheduleId } = apiEndpoints.createSchedule.response.parse(made.body);
    expect(await read(scheduleId)).toMatchObject({
      team: null,
      wakes: { id: wakes, title: 'A conversation', standing: true },
    });
    const listed = apiEndpoints.listSchedules.response.parse((await ask(`?wakes=${wakes}`)).body);
    expect(listed.schedules.map(({ id }) => id)).toEqual([scheduleId]);

    const both = await ask('', { ...DAILY, wakes });
    expect(both).toMatchObject({ status: 422 });
    expect(JSON.stringify(both.body)).toContain('give exactly one of teamId, team and teamVersionId');
    const wrong = { ...waking, overlap: 'terminate_other', carryOver: 'outcome', task: '' };
    const refused = JSON.stringify((await ask('', wrong)).body);
    expect(refused).toContain('one that is woken takes skip, buffer_one, buffer_all, allow_all');
    expect(refused).toContain('a standing conversation keeps its transcript');
    expect(refused).toContain('what wakes a conversation is one text');
    const unknown = await ask('', { ...waking, wakes: scheduleId });
    expect(unknown).toMatchObject({ status: 422, body: { type: 'urn:colloquy:problem:not_standing' } });
    const range = { from: '2026-09-07T00:00:00Z', until: '2026-09-13T00:00:00Z', overlap: 'cancel_other' };
    expect(await ask(`/${scheduleId}/backfill`, range)).toMatchObject({ status: 422 });
    expect(await ask(`/${scheduleId}`, { ...DAILY, revision: 1 })).toMatchObject({ status: 200 });
    expect(await read(scheduleId)).toMatchObject({ team: { name: 'Writers' }, wakes: null });
  });

  it('are those of the project alone', async () => {
    const id = await create();
    const ben = await world.addMember();
    for (const path of [`/${id}`, `/${id}/dates`]) {
      expect(await world.ask(ben.token, `/schedules${path}`)).toMatchObject({ status: 404 });
    }
    for (const path of [`/${id}/pause`, `/${id}/trigger`]) {
      expect(await world.ask(ben.token, `/schedules${path}`, {})).toMatchObject({ status: 404 });
    }
    expect((await world.ask(ben.token, '/schedules')).body).toMatchObject({ schedules: [] });
  });
});
