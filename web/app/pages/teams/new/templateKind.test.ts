import { expect, test } from '@jest/globals';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { templateKind } from './templateKind.ts';

test('the gallery says of each template what it is there to show', () => {
  expect(teamTemplates.map(({ slug, config }) => [slug, templateKind(config)])).toEqual([
    ['calculator', 'single_agent'],
    ['writers-room', 'round_robin'],
    ['research-desk', 'selector'],
    ['customer-service', 'swarm'],
    ['release-review', 'graph'],
    ['task-force', 'magentic_one'],
    ['advisory-board', 'society'],
    ['translation-bureau', 'nested'],
  ]);
});
