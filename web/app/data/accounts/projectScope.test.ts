import { expect, test } from '@jest/globals';
import type { listTeams } from '../teams/listTeams.server.ts';
import { scopeOfMembership } from './projectScope.server.ts';

test('a query without a checked scope does not compile', () => {
  type Arguments = Parameters<typeof listTeams>;
  const scoped: Arguments = [scopeOfMembership({ projectId: 'p' })];
  // @ts-expect-error An id that somebody has written down is no scope.
  const unscoped: Arguments = [{ projectId: 'p' }];
  // @ts-expect-error Nothing is no scope either.
  const missing: Arguments = [];
  expect([scoped, unscoped, missing]).toHaveLength(3);
});
