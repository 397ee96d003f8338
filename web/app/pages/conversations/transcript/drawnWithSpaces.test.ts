import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnWithSpaces } from './drawnWithSpaces.ts';

it('puts each drawn item where it stands in the whole list, whichever are drawn', () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.boolean()), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(list, fc.nat(500), fc.nat(12), (entries, marginPx, gapPx) => {
      let at = marginPx;
      const all = entries.map(([size, isDrawn], index) => {
        const item = { index, start: at, end: at + size, isDrawn };
        at += size + gapPx;
        return item;
      });
      const totalPx = at - gapPx - marginPx;
      const drawn = all.filter(({ isDrawn }) => isDrawn);
      const layout = drawnWithSpaces(drawn, { marginPx, gapPx, totalPx });
      // Like the browser: one below the other, with a gap between them.
      let y = marginPx + layout.topPx;
      layout.drawn.forEach((each, position) => {
        if (position > 0) y += gapPx;
        if (each.kind === 'space') y += each.heightPx;
        else {
          const item = all[each.index];
          expect(y).toBe(item?.start);
          y = item?.end ?? 0;
        }
      });
      expect(y + layout.bottomPx - marginPx).toBe(totalPx);
    }),
  );
});
