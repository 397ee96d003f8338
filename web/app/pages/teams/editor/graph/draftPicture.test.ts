import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { releaseReview } from '../../../../../../workflows/domain/templates/releaseReview.ts';
import { catalogue as english } from '../../../../languages/en/catalogue.ts';
import { addLanguage } from '../../../../languages/translator.ts';
import { layoutPicture } from '../../../../views/teams/graph/layoutPicture.ts';
import { teamPicture } from '../../../../views/teams/graph/teamPicture.ts';
import { valueAt } from '../jsonValue.ts';
import { draftPicture } from './draftPicture.ts';

const { t } = addLanguage('en', english);

const edge = (target: unknown) => ({
  target,
  condition: null,
  activationGroup: 'g',
  activationCondition: 'all',
});

describe('draftPicture', () => {
  test('draws a right graph as the team’s page does', () => {
    const { picture, missing } = draftPicture(releaseReview.config, t);
    expect(picture).toEqual(teamPicture(releaseReview.config, t));
    expect(missing).toEqual({ nameless: 0, targetless: 0, isTooLarge: false });
  });

  test('draws a graph that is not right as far as it goes', () => {
    const { picture, nodePaths, edgePaths, missing } = draftPicture(
      {
        participants: [{ kind: 'agent', name: 'a' }, { kind: 'agent' }],
        pattern: {
          nodes: [
            { name: '', edges: [edge('a')] },
            { name: 'a', edges: [edge(''), edge('ghost'), edge('a')] },
            { name: 'a', edges: [edge('b')] },
            { name: 'b' },
            null,
          ],
        },
      },
      t,
    );
    expect(picture.nodes.map(({ id, detail }) => [id, detail])).toEqual([
      ['a', 'Agent'],
      ['b', 'No such participant'],
      ['ghost', 'No such node'],
    ]);
    expect(picture.edges.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'ghost'],
      ['a', 'a'],
      ['a', 'b'],
    ]);
    expect(nodePaths.get('a')).toEqual(['nodes', 1]);
    expect(nodePaths.get('ghost')).toBeUndefined();
    expect(edgePaths).toEqual([
      ['nodes', 1, 'edges', 1],
      ['nodes', 1, 'edges', 2],
      ['nodes', 2, 'edges', 0],
    ]);
    expect(missing).toEqual({ nameless: 2, targetless: 1, isTooLarge: false });
  });

  test('any draft can be laid out, with a way from each arrow to its fields', () => {
    const name = fc.oneof(fc.constantFrom('a', 'b', 'c', '', 'constructor', '__proto__'), fc.jsonValue());
    const node = fc.record(
      { name, edges: fc.oneof(fc.array(fc.record({ target: name }), { maxLength: 4 }), fc.jsonValue()) },
      { requiredKeys: [] },
    );
    const pattern = fc.record({
      nodes: fc.array(fc.oneof(node, fc.jsonValue()), { maxLength: 5 }),
      startNode: name,
    });
    fc.assert(
      fc.property(fc.oneof(fc.record({ pattern, participants: fc.jsonValue() }), fc.jsonValue()), (draft) => {
        const { picture, edgePaths } = draftPicture(draft, t);
        const { nodes, edges } = layoutPicture(picture);
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
        expect(edgePaths).toHaveLength(edges.length);
        edges.forEach(({ from, to, points }, index) => {
          const path = ['pattern', ...(edgePaths[index] ?? [])];
          expect(valueAt(draft, [...path, 'target'])).toBe(to);
          expect(valueAt(draft, [...path.slice(0, 3), 'name'])).toBe(from);
          expect(points.length).toBeGreaterThanOrEqual(2);
        });
      }),
    );
  });
});
