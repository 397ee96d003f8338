import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CliWorld, openCliWorld } from './cliWorld.ts';

let world: CliWorld;

beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(async () => {
  await world.close();
});

const schedule = (...args: string[]) => world.colloquy(['schedule', ...args]);

async function add(name: string, ...more: string[]): Promise<string> {
  const when = more.includes('--cron') ? [] : ['--when', 'every weekday at 8:00'];
  const options = ['--name', name, '--zone', 'Europe/Berlin', ...when, ...more];
  const { code, out } = await schedule('add', 'Writer and editor', 'Write it.', ...options);
  expect(code).toBe(0);
  return out.trim();
}

describe('colloquy schedule', () => {
  it('adds a schedule in words, lists it and shows it', async () => {
    const id = await add('Daily report');
    const list = await schedule('list');
    expect(list.out).toContain(`${id}  active`);
    const shown = await schedule('show', 'Daily report');
    expect(shown.out).toContain('Daily report (active)');
    expect(shown.out).toContain('due       day of week 1-5, hour 8, minute 0');
    expect(shown.out).toContain('zone      Europe/Berlin');
  });

  it('says what is wrong with the words, and makes nothing', async () => {
    const options = ['--name', 'Never', '--when', 'every other day at 8'];
    const { code, err } = await schedule('add', 'Writer and editor', 'Write it.', ...options);
    expect(code).toBe(1);
    expect(err).toContain('every other day');
    expect((await schedule('list', '--search', 'Never')).out).toBe('');
  });

  it('edits what the options name, and keeps the rest', async () => {
    const id = await add('To be edited', '--cron', '0 9 * * *', '--max-runs', '5');
    expect((await schedule('edit', id, '--name', 'Edited', '--overlap', 'allow_all')).code).toBe(0);
    const { out } = await schedule('show', id, '--json');
    expect(JSON.parse(out)).toMatchObject({
      name: 'Edited',
      overlap: 'allow_all',
      maxRuns: 5,
      timeZone: 'Europe/Berlin',
      spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } },
      task: [{ content: 'Write it.' }],
    });
  });

  it('adds one that wakes a standing conversation, and says what became of its dates', async () => {
    const { id: teamVersionId, projectId } = await world.database.teamVersion.findFirstOrThrow();
    const { id: conversation } = await world.database.conversation.create({
      data: {
        ...{ projectId, teamVersionId, title: 'Watch.', idempotencyKey: 'watch' },
        ...{ state: 'sleeping', standing: true, endedAt: new Date() },
      },
    });
    const when = ['--name', 'Look again', '--when', 'every day at 8:00', '--zone', 'UTC'];
    const both = await schedule('add', 'Writer and editor', 'Look.', '--wakes', conversation, ...when);
    expect(both).toMatchObject({ code: 2 });
    expect(both.err).toContain('Give either a team or --wakes.');
    const wrong = await schedule('add', 'Look.', '--wakes', conversation, '--carry-over', 'summary', ...when);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('keeps its transcript');
    const { code, out } = await schedule('add', 'Look.', '--wakes', conversation, ...when);
    expect(code).toBe(0);
    const id = out.trim();
    expect((await schedule('list', '--wakes', conversation)).out).toContain(`wakes “Watch.”  Look again`);
    expect((await schedule('show', id)).out).toContain(`wakes     ${conversation}  Watch.`);
    expect((await schedule('edit', id, '--name', 'Looked')).code).toBe(0);
    expect((await schedule('show', id)).out).toContain(`wakes     ${conversation}`);
    expect((await schedule('edit', id, '--team', 'Writer and editor')).code).toBe(0);
    expect((await schedule('show', id)).out).toContain('team      Writer and editor');
  });

  it('pauses with a note, resumes, runs now and deletes', async () => {
    const id = await add('Paused');
    expect((await schedule('pause', id, '--note', 'Holidays')).out).toBe('Paused: Paused\n');
    expect((await schedule('show', id)).out).toContain('(paused: Holidays)');
    expect((await schedule('resume', id)).code).toBe(0);
    const run = JSON.parse((await schedule('trigger', id, '--json', '--key', 'one')).out) as object;
    expect(JSON.parse((await schedule('trigger', id, '--json', '--key', 'one')).out)).toEqual(run);
    expect((await schedule('delete', id)).code).toBe(2);
    expect((await schedule('delete', id, '--yes')).code).toBe(0);
    expect((await schedule('list')).out).not.toContain(id);
  });

  it('says how many runs a backfill starts', async () => {
    const id = await add('Backfilled');
    const range = ['--from', '2026-09-07T00:00:00Z', '--until', '2026-09-13T00:00:00Z'];
    expect((await schedule('backfill', id, ...range)).code).toBe(2);
    const { out, err } = await schedule('backfill', id, ...range, '--yes');
    expect(err).toContain('The range has 5 dates; 5 are to be started.');
    expect(out).toMatch(/^Backfill .*: 5 runs\.\n$/);
  });
});
