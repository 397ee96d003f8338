import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type CliWorld, openCliWorld } from './cliWorld.ts';

let world: CliWorld;
beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(async () => {
  await world.close();
});

const calendar = (...args: string[]) => world.colloquy(['calendar', ...args]);

it('colloquy calendar saves what a file says under a name, shows it, lists it and deletes it', async () => {
  const office = { timeZone: 'Europe/Berlin', week: { monday: [{ from: '09:00', to: '17:00' }] } };
  const file = world.file('office.json', office);
  expect((await calendar('save', 'Berlin office', file)).out).toBe('Created: Berlin office\n');
  const shown = JSON.parse((await calendar('show', 'Berlin office')).out) as object;
  expect(shown).toMatchObject({ ...office, holidays: [] });
  world.file('office.json', { ...shown, holidays: [{ date: '2026-12-25' }] });
  expect((await calendar('save', 'Berlin office', file)).out).toBe('Saved: Berlin office\n');
  expect((await calendar('list')).out).toMatch(/8 h a week {4}Europe\/Berlin {2}Berlin office\n$/);
  world.file('office.json', { ...office, week: {} });
  const refused = await calendar('save', 'Berlin office', file);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('has no hour') as unknown });
  expect((await calendar('delete', 'Berlin office')).code).toBe(2);
  expect((await calendar('delete', 'Berlin office', '--yes')).out).toBe('Deleted: Berlin office\n');
  expect((await calendar('show', 'Berlin office')).err).toContain('There is no calendar Berlin office');
});
