import { expect, test } from '@jest/globals';
import { changesOf, type Work } from './changes.ts';

const named = (work: Work) =>
  Object.entries(work)
    .filter(([, wanted]) => wanted)
    .map(([name]) => name);

test.each([
  ['workflows/takeTurn.ts', ['build', 'worker']],
  ['workflows/domain/task.ts', ['build', 'worker', 'web']],
  ['activities/toolCalls/callTool.ts', ['worker']],
  ['platform/logger.ts', ['worker', 'web']],
  ['prisma/schema.prisma', ['build', 'worker', 'web']],
  ['prisma/migrations/20260101000000_more/migration.sql', ['migrate']],
  ['supabase/migrations/20260101000000_more.sql', ['migrate']],
  ['replay/replayer.ts', ['web']],
  ['web/api/operations/teams.ts', ['web']],
  ['web/createApp.ts', ['web']],
  ['web/app/data/teams/readTeam.server.ts', ['web']],
  ['web/app/pages/inbox/InboxPage.tsx', []],
  ['activities/callTool.db.test.ts', []],
  ['activities/test/stage.ts', []],
  ['README.md', []],
])('a change to %s requires %j', (path, work) => {
  expect(named(changesOf([path]))).toEqual(work);
});

test('several changes are handled together', () => {
  expect(named(changesOf(['activities/toolCalls/callTool.ts', 'web/server.ts']))).toEqual(['worker', 'web']);
});
