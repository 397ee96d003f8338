import { expect, test } from '@jest/globals';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { templateKind } from './templateKind.ts';

test('the gallery says of each template what it is there to show', () => {
  expect(teamTemplates.map(({ name, config }) => [name, templateKind(config)])).toEqual([
    ['Assistant with tools', 'Single agent'],
    ['Writers’ room', 'Round robin'],
    ['Research desk', 'Selector'],
    ['Customer service', 'Swarm'],
    ['Release review', 'Graph flow'],
    ['Task force', 'Magentic-One'],
    ['Advisory board', 'Society of mind'],
    ['Translation bureau', 'Nested team'],
  ]);
});
