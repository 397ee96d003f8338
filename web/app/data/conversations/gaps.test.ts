import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { message, pageState } from '../../../test/support/views.ts';
import { itemOfMessage, transcriptItems } from '../../pages/conversations/transcript/transcriptItems.ts';
import { transcriptTree } from '../../pages/conversations/transcript/transcriptTree.ts';
import { reduceConversation } from './conversationState.ts';
import { placeGaps, withoutRange } from './gaps.ts';

const all = Array.from({ length: 60 }, (_, seq) => message(seq, seq + 1, { position: seq + 1 }));
const tail = pageState({ messages: all.slice(50), gaps: [{ from: 0, to: 50 }] });

const earlier = (from: number, to: number) =>
  ({
    kind: 'earlier',
    part: {
      from,
      to,
      rows: { messages: all.slice(from, to), tasks: [], calls: [], toolCalls: [] },
    },
  }) as const;

describe('a transcript that is loaded in parts', () => {
  it('gives every message its place, and holds no place twice, in whatever order the parts come', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (order) => {
        const state = order.reduce(
          (before, part) => reduceConversation(before, earlier(part * 10, part * 10 + 10)),
          tail,
        );
        const items = transcriptItems(transcriptTree(state), state);
        expect(items.map(({ key }) => key)).toEqual(all.map(({ seq }) => `place-${String(seq)}`));
        for (const { seq } of state.messages) expect(itemOfMessage(items, seq)).toBe(seq);
        const loaded = new Set([...order, 5]);
        expect(state.messages).toHaveLength(10 * loaded.size);
      }),
    );
  });

  it('leaves a changed message that is not loaded to the part that brings it', () => {
    const changed = message(20, 99, { position: 21, content: 'changed' });
    const { conversation, runs, tasks, calls, toolCalls, control } = tail;
    const change = { conversation, runs, tasks, calls, toolCalls, control };
    const newest = message(60, 98, { position: 61 });
    const after = reduceConversation(tail, {
      kind: 'change',
      change: { ...change, messages: [changed, newest] },
    });
    expect(after.messages.map(({ seq }) => seq)).toEqual([
      ...Array.from({ length: 11 }, (_, index) => 50 + index),
    ]);
    const loaded = reduceConversation(after, earlier(20, 30));
    const again = reduceConversation(loaded, { kind: 'change', change: { ...change, messages: [changed] } });
    expect(again.messages.find(({ seq }) => seq === 20)?.content).toBe('changed');
  });

  it('knows no gap any more where a whole page has come', () => {
    expect(reduceConversation(tail, { kind: 'loaded', page: pageState({ messages: all }) }).gaps).toEqual([]);
    const more = pageState({ messages: all.slice(30), gaps: [{ from: 0, to: 30 }] });
    expect(reduceConversation(tail, { kind: 'loaded', page: more }).gaps).toEqual([{ from: 0, to: 30 }]);
  });

  it('takes any range out of any gaps', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), range, (taken, [from, to]) => {
        const cut = [...taken, [from, to] as const];
        const gaps = cut.reduce((left, [a, b]) => withoutRange(left, a, b), [{ from: 0, to: 30 }]);
        const isIn = (place: number) => gaps.some((gap) => gap.from <= place && place < gap.to);
        for (let place = 0; place < 30; place += 1)
          expect(isIn(place)).toBe(!cut.some(([a, b]) => a <= place && place < b));
      }),
    );
  });

  it('counts no copy of an outer task', () => {
    const copy = message(99, 1, { position: 51, copied: true });
    const { places, gaps } = placeGaps([copy, ...all.slice(50)], [{ from: 0, to: 50 }]);
    expect(places.get(all[50]?.id ?? '')).toBe(50);
    expect(gaps).toMatchObject([{ before: copy, after: all[50] }]);
  });
});
