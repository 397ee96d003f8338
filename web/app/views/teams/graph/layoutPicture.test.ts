import { expect, test } from '@jest/globals';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { catalogue as english } from '../../../languages/en/catalogue.ts';
import { addLanguage } from '../../../languages/translator.ts';
import { layoutPicture, shortLabel } from './layoutPicture.ts';
import { smoothPath } from './smoothPath.ts';
import { teamPicture } from './teamPicture.ts';

const { t } = addLanguage('en', english);

test.each(teamTemplates.map(({ slug, config }) => [slug, config] as const))(
  '%s: no two boxes lie on each other, and every arrow runs from box to box',
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

test('a label says in short what the message must contain', () => {
  expect(shortLabel('where the message contains “APPROVE”')).toBe('“APPROVE”');
  expect(shortLabel(`where the message contains “${'x'.repeat(40)}”; any of its group is enough`)).toBe(
    `“${'x'.repeat(25)}…”`,
  );
  expect(shortLabel('any of its group is enough')).toBe('any');
  expect(shortLabel(null)).toBeNull();
});
