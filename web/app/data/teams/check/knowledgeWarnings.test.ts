import { expect, it } from '@jest/globals';
import type { KnowledgeUse } from '../../../../../workflows/domain/knowledge/knowledgeUse.ts';
import { agent, type AgentParticipant, team } from '../../../../../workflows/domain/team.ts';
import { asksAndStops, collectionsOf, unknownCollections } from './knowledgeWarnings.ts';

const handbook: KnowledgeUse = { collections: ['handbook', 'minutes'], how: 'before_each_answer', count: 6 };
const tool: KnowledgeUse = { ...handbook, how: 'tool' };
const knowing = (knowledge: KnowledgeUse[], more: Partial<AgentParticipant> = {}) =>
  team({ participants: [agent({ name: 'reader', knowledge, ...more })] });

it('points at an agent that may look something up and is not asked again', () => {
  expect(asksAndStops(knowing([tool]))).toMatchObject([{ path: ['participants', 0, 'maxToolIterations'] }]);
  expect(asksAndStops(knowing([tool], { maxToolIterations: 2 }))).toEqual([]);
  expect(asksAndStops(knowing([tool], { reflectOnToolUse: true }))).toEqual([]);
  expect(asksAndStops(knowing([handbook]))).toEqual([]);
});

it('points at each collection that there is none of, in inner teams too', () => {
  const inner = team({
    participants: [{ kind: 'team', name: 'inner', description: '', team: knowing([handbook]) }],
  });
  expect(collectionsOf(inner)).toEqual(['handbook', 'minutes']);
  expect(unknownCollections(inner, ['handbook'])).toEqual([
    {
      path: ['participants', 0, 'team', 'participants', 0, 'knowledge', 0, 'collections', 1],
      message: 'findings:faults.noCollection {"name":"minutes"}',
    },
  ]);
});
