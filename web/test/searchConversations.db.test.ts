import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parsePlace } from '../app/data/conversations/historyCursor.ts';
import { listConversations } from '../app/data/conversations/listConversations.server.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

/** More than are read one by one before the index is used. */
const CONVERSATIONS = 1_200;

let world: DataWorld;
let project: TestProject;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  const { scope, teamVersionId } = project;
  await world.database.$executeRaw`
    INSERT INTO conversation (id, project_id, team_version_id, title, state, idempotency_key, created_at)
    SELECT gen_random_uuid(), ${scope.projectId}::uuid, ${teamVersionId}::uuid, i::text,
           CASE WHEN i % 2 = 0 THEN 'finished' ELSE 'failed' END, 'search-' || i, now() - i * interval '1 minute'
    FROM generate_series(1, ${CONVERSATIONS}::int) i`;
  await world.database.$executeRaw`
    INSERT INTO message (id, project_id, conversation_id, seq, turn, source, type, content, written_by, revision)
    SELECT gen_random_uuid(), project_id, id, 0, 0, 'writer', 'TextMessage',
           'everywhere 到处' || CASE WHEN title::int % 100 = 0 THEN ' seldom 偶尔' ELSE '' END
             || CASE WHEN title::int > ${CONVERSATIONS - 60}::int THEN ' ancient 茶' ELSE '' END,
           'test', 1
    FROM conversation WHERE project_id = ${scope.projectId}::uuid`;
});
afterAll(async () => {
  await world.close();
});

interface Page {
  titles: number[];
  older: string | null;
  newer: string | null;
}

async function page(search: string, direction?: 'older' | 'newer', cursor?: string | null): Promise<Page> {
  const place = parsePlace(cursor ?? null);
  const filters = { state: null, teamId: null, search };
  const at = direction === undefined || place === null ? null : { direction, place };
  const { rows, older, newer } = await listConversations(project.scope, filters, at);
  return { titles: rows.map(({ head }) => Number(head.title)), older, newer };
}

/** All pages from the newest to the oldest, then back. */
async function walk(search: string): Promise<{ down: number[]; up: number[] }> {
  let at = await page(search);
  const down = [...at.titles];
  while (at.older !== null) {
    at = await page(search, 'older', at.older);
    down.push(...at.titles);
  }
  const up = [...at.titles];
  while (at.newer !== null) {
    at = await page(search, 'newer', at.newer);
    up.unshift(...at.titles);
  }
  return { down, up };
}

const all = Array.from({ length: CONVERSATIONS }, (_, index) => index + 1);

describe('a search in the run history', () => {
  it.each([
    ['a common word', 'everywhere', all],
    ['a common Chinese word', '到处', all],
    ['a rare word', 'SELDOM', all.filter((each) => each % 100 === 0)],
    ['a rare Chinese word', '偶尔', all.filter((each) => each % 100 === 0)],
    ['a word of the oldest conversations alone', 'ancient', all.slice(-60)],
    ['a character that the index does not know', '茶', all.slice(-60)],
    ['a text that is nowhere', 'nowhere', []],
  ])('finds %s on all pages, forwards and backwards', async (_, search, expected) => {
    expect(await walk(search)).toEqual({ down: expected, up: expected });
  });

  it('respects the other filters', async () => {
    const { rows } = await listConversations(
      project.scope,
      { state: 'failed', teamId: project.teamId, search: 'ancient' },
      null,
    );
    const titles = rows.map(({ head }) => Number(head.title));
    expect(titles).toEqual(
      all
        .slice(-60)
        .filter((each) => each % 2 === 1)
        .slice(0, 25),
    );
  });

  it('finds nothing of another project', async () => {
    const stranger = await world.addProject();
    const filters = { state: null, teamId: null, search: 'everywhere' };
    expect((await listConversations(stranger.scope, filters, null)).rows).toEqual([]);
  });
});
