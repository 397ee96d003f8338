import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hearStatements, partsOf, unscoped } from '../../test/support/statements.ts';
import {
  createCalendar,
  deleteCalendar,
  listCalendarNames,
  listCalendars,
  readCalendar,
  updateCalendar,
} from '../app/data/calendars/calendars.server.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());

const DAY = [{ from: '09:00', to: '17:00' }];
const OFFICE = { timeZone: 'Europe/Berlin', week: { monday: DAY, friday: DAY } };

describe('the API’s working calendars', () => {
  it('are made, listed, read, changed and deleted', async () => {
    const { token } = await world.addMember();
    const made = await world.ask(token, '/calendars', { ...OFFICE, name: 'Berlin office' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'Berlin office',
        timeZone: 'Europe/Berlin',
        week: { monday: DAY, tuesday: [] },
        holidays: [],
      },
    });
    const { id } = made.body as { id: string };
    expect((await world.ask(token, '/calendars')).body).toMatchObject({ calendars: [{ id }] });
    const holidays = [{ date: '2026-12-25', name: 'Christmas', hours: [] }];
    expect((await world.ask(token, `/calendars/${id}`, { ...OFFICE, holidays })).body).toMatchObject({
      name: 'Berlin office',
      holidays,
    });
    expect((await world.ask(token, `/calendars/${id}`)).body).toMatchObject({ holidays });
    expect(await world.ask(token, '/calendars', { ...OFFICE, name: 'Berlin office' })).toMatchObject({
      status: 409,
      body: { title: 'There is a calendar named Berlin office already' },
    });
  });

  it('are refused with what is wrong and where', async () => {
    const { token } = await world.addMember();
    const wrong = { name: ' ', timeZone: 'Moon', week: {}, holidays: [{ date: '1.1.2027' }] };
    const { status, body } = await world.ask(token, '/calendars', wrong);
    expect(status).toBe(422);
    expect((body as { problems: { path: string }[] }).problems.map(({ path }) => path)).toEqual([
      '$.name',
      '$.timeZone',
      '$.week',
      '$.holidays[0].date',
    ]);
  });

  it('belong to their project', async () => {
    const [owner, stranger] = [await world.addMember(), await world.addMember()];
    const { body } = await world.ask(owner.token, '/calendars', { ...OFFICE, name: 'Ours' });
    const { id } = body as { id: string };
    expect((await world.ask(stranger.token, `/calendars/${id}`)).status).toBe(404);
    expect((await world.ask(stranger.token, `/calendars/${id}`, OFFICE)).status).toBe(404);
    expect((await world.ask(stranger.token, '/calendars')).body).toEqual({ calendars: [] });
  });
});

it('every statement about calendars names its project', async () => {
  const { scope, userId } = await world.addMember();
  const statements = hearStatements(world.database.$pool);
  const calendar = { timeZone: 'UTC', week: { ...week(), monday: DAY }, holidays: [] };
  const made = await createCalendar(scope, { userId, name: 'Office', calendar });
  const calendarId = made?.id ?? '';
  expect(await createCalendar(scope, { userId, name: 'Office', calendar })).toBeNull();
  expect(await listCalendarNames(scope)).toEqual(['Office']);
  expect(await listCalendars(scope)).toEqual([made]);
  expect(await readCalendar(scope, calendarId)).toEqual(made);
  expect(await updateCalendar(scope, { userId, calendarId, calendar })).toMatchObject({ name: 'Office' });
  expect(await deleteCalendar(scope, { userId, calendarId })).toBe(true);
  expect(await deleteCalendar(scope, { userId, calendarId })).toBe(false);
  expect(unscoped(partsOf(statements))).toEqual([]);
});

function week() {
  return { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
}
