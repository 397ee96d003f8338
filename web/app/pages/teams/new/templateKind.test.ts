import { expect, test } from '@jest/globals';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { templateKind } from './templateKind.ts';

test('the gallery says of each template what it is there to show', () => {
  expect(teamTemplates.map(({ name, config }) => [name, templateKind(config)])).toEqual([
    ['Assistant with tools', 'single_agent'],
    ['Writers’ room', 'round_robin'],
    ['Research desk', 'selector'],
    ['Customer service', 'swarm'],
    ['Release review', 'graph'],
    ['Task force', 'magentic_one'],
    ['Advisory board', 'society'],
    ['Translation bureau', 'nested'],
  ]);
});
