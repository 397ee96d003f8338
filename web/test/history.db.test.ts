import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countNewer } from '../app/data/conversations/countNewer.server.ts';
import { parseHistoryCursor } from '../app/data/conversations/historyCursor.ts';
import type { HistoryFilters } from '../app/data/conversations/historyFilters.ts';
import { listConversations } from '../app/data/conversations/listConversations.server.ts';
import { addConversation, addMessage } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

const EVERYTHING: HistoryFilters = { state: null, teamId: null, search: '' };

let world: DataWorld;
let project: TestProject;
const ids: string[] = [];

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  // Two with the same time each, so that the id has to decide.
  for (let index = 0; index < 10; index += 1) {
    ids.push(
      await addConversation(world.database, project, {
        title: index % 2 === 0 ? `Even ${String(index)}` : `100%_odd ${String(index)}`,
        state: index % 2 === 0 ? 'finished' : 'running',
        createdAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))),
      }),
    );
  }
});
afterAll(async () => {
  await world.close();
});

const page = (params: string, filters = EVERYTHING) =>
  listConversations(project.scope, filters, parseHistoryCursor(new URLSearchParams(params)), 3);

describe('the run history', () => {
  it('pages through everything, forwards and backwards, with nothing repeated and nothing left out', async () => {
    const there: string[][] = [];
    let next: string | null = '';
    let last = await page('');
    for (let params = ''; next !== null; params = `older=${next}`) {
      last = await page(params);
      there.push(last.rows.map(({ head }) => head.id));
      next = last.older;
      if (next === null) break;
    }
    expect(there.map((rows) => rows.length)).toEqual([3, 3, 3, 1]);
    expect(new Set(there.flat())).toEqual(new Set(ids));

    const back: string[][] = [];
    for (let newer = last.newer; newer !== null;) {
      const before = await page(`newer=${newer}`);
      back.unshift(before.rows.map(({ head }) => head.id));
      newer = before.newer;
    }
    expect(back.flat()).toEqual(there.flat().slice(0, 9));
  });

  it('keeps its filters in both directions', async () => {
    const filters: HistoryFilters = { ...EVERYTHING, state: 'finished' };
    const first = await page('', filters);
    const second = await page(`older=${first.older ?? ''}`, filters);
    const again = await page(`newer=${second.newer ?? ''}`, filters);
    expect([...first.rows, ...second.rows].every(({ head }) => head.state === 'finished')).toBe(true);
    expect(second.rows).toHaveLength(2);
    expect(second.older).toBeNull();
    expect(again.rows).toEqual(first.rows);
    expect(again.newer).toBeNull();
  });

  it('shows what all versions of a team have done, and no other team', async () => {
    const own = await world.addProject();
    const { teamId, scope } = own;
    const { projectId } = scope;
    const second = await world.database.teamVersion.create({
      data: { projectId, teamId, version: 2, description: '', config: {} },
    });
    const other = await world.database.team.create({ data: { projectId, name: 'Others' } });
    const others = await world.database.teamVersion.create({
      data: { projectId, teamId: other.id, version: 1, description: '', config: {} },
    });
    const byFirst = await addConversation(world.database, own);
    const bySecond = await addConversation(world.database, own, { teamVersionId: second.id });
    const byOthers = await addConversation(world.database, own, { teamVersionId: others.id });
    const shown = async (team: string) =>
      (await listConversations(scope, { ...EVERYTHING, teamId: team }, null)).rows.map(({ head }) => head.id);
    expect(new Set(await shown(teamId))).toEqual(new Set([byFirst, bySecond]));
    expect(await shown(other.id)).toEqual([byOthers]);
    expect(await shown(randomUUID())).toEqual([]);
  });

  it('searches for a text literally, in titles and in messages that are not superseded', async () => {
    const found = await listConversations(project.scope, { ...EVERYTHING, search: '100%_O' }, null);
    expect(found.rows).toHaveLength(5);
    const [id = ''] = ids;
    await addMessage(world.database, project, id, { seq: 0, content: 'The needle\\lies here' });
    await addMessage(world.database, project, id, { seq: 1, content: 'A straw', supersededAt: new Date() });
    const search = async (text: string) =>
      (await listConversations(project.scope, { ...EVERYTHING, search: text }, null)).rows.length;
    expect(await search('NEEDLE\\lies')).toBe(1);
    expect(await search('a straw')).toBe(0);
    expect(await search('%')).toBe(5);
  });

  it('shows nothing of another project', async () => {
    const stranger = await world.addProject();
    expect((await listConversations(stranger.scope, EVERYTHING, null)).rows).toEqual([]);
    const teamId = project.teamId;
    expect((await listConversations(stranger.scope, { ...EVERYTHING, teamId }, null)).rows).toEqual([]);
  });

  it('counts what is newer than an open page, for each page by its own filters', async () => {
    const first = await page('');
    const newest = first.rows[0]?.head ?? null;
    const open = { projectId: project.scope.projectId, filters: EVERYTHING, newest };
    const running: HistoryFilters = { ...EVERYTHING, state: 'running' };
    await addConversation(world.database, project, { state: 'running' });
    const elsewhere = { ...open, projectId: randomUUID() };
    const counts = await countNewer(world.database, [
      open,
      { ...open, filters: { ...EVERYTHING, state: 'failed' } },
      { ...open, filters: running },
      { ...open, filters: running, newest: null },
      elsewhere,
    ]);
    expect(counts).toEqual([1, 0, 1, 6, 0]);
  });
});
