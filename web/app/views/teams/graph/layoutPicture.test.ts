import { expect, test } from '@jest/globals';
import type { GraphConfig } from '../../../../../workflows/domain/patterns/kinds/graph/graph.ts';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { catalogue as english } from '../../../languages/en/catalogue.ts';
import { addLanguage } from '../../../languages/translator.ts';
import { graphPicture } from '../patterns/kinds/graph.ts';
import { layoutPicture } from './layoutPicture.ts';
import { smoothPath } from './smoothPath.ts';
import { teamPicture } from './teamPicture.ts';

const { t } = addLanguage('en', english);

test.each(teamTemplates.map(({ slug, config }) => [slug, config] as const))(
  '%s: no two boxes overlap, and every arrow leads from box to box',
  (_slug, config) => {
    const { nodes, edges } = layoutPicture(teamPicture(config, t));
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        const apart = Math.abs(a.at.x - b.at.x) >= a.widthPx || Math.abs(a.at.y - b.at.y) >= a.heightPx;
        expect({ a: a.id, b: b.id, apart }).toEqual({ a: a.id, b: b.id, apart: true });
      }
    }
    for (const { points } of edges) {
      expect(points.length).toBeGreaterThanOrEqual(2);
      expect(smoothPath(points)).toMatch(/^M .* [QL] /);
    }
  },
);

test.each([
  ['APPROVE', 'all', '“APPROVE”'],
  ['x'.repeat(40), 'any', `“${'x'.repeat(25)}…”`],
  [null, 'any', 'any'],
  [null, 'all', null],
] as const)('an edge that waits for %p (%s) has a short label', (condition, activationCondition, mark) => {
  const config: GraphConfig = {
    kind: 'graph',
    startNode: null,
    nodes: [
      {
        name: 'a',
        activation: 'all',
        edges: [{ target: 'a', condition, activationGroup: 'a', activationCondition }],
      },
    ],
  };
  expect(graphPicture([], config, t).edges).toMatchObject([{ mark }]);
});
