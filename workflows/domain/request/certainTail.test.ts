import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entry } from '../../../test/support/entries.ts';
import type { TranscriptEntry } from '../transcript/entry.ts';
import { agentView, certainTail, type Viewer } from './agentView.ts';

const AGENTS = ['writer', 'critic', 'editor'];

/** Who speaks in a turn, at once, how often each, and in which order what they say comes in. */
const anyTurn = fc.record({
  speakers: fc.subarray(AGENTS, { minLength: 1 }),
  messages: fc.integer({ min: 1, max: 3 }),
  order: fc.array(fc.nat({ max: 99 }), { minLength: 9, maxLength: 9 }),
  posts: fc.boolean(),
  resets: fc.oneof(
    { weight: 20, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

type Turn = typeof anyTurn extends fc.Arbitrary<infer Value> ? Value : never;

/** A transcript as the workflow gives places out: a speaker gets its next one when it has written the last. */
function transcriptOf(turns: readonly Turn[]): TranscriptEntry[] {
  const entries: TranscriptEntry[] = [entry(0, 'user', 'Go')];
  let nextSeq = 1;
  turns.forEach(({ speakers, messages, order, posts, resets }, turn) => {
    if (resets) {
      entries.push(entry(nextSeq, 'user', 'A plan', { turn, resets, position: entries.length }));
      nextSeq += 1;
    }
    const readBefore = nextSeq;
    const working = speakers.map((source) => ({ source, left: messages, seq: nextSeq++ }));
    for (const choice of order) {
      const busy = working.filter(({ left }) => left > 0);
      const speaker = busy[choice % Math.max(1, busy.length)];
      if (speaker === undefined) break;
      const content = `${speaker.source} ${String(speaker.seq)}`;
      entries.push(
        entry(speaker.seq, speaker.source, content, { turn, readBefore, position: entries.length }),
      );
      speaker.left -= 1;
      speaker.seq = nextSeq++;
    }
    if (posts) {
      entries.push(entry(nextSeq, 'user', `post ${String(nextSeq)}`, { turn, position: entries.length }));
      nextSeq += 1;
    }
  });
  return entries;
}

const anyFilter = fc.option(
  fc.constantFrom<NonNullable<Viewer['filter']>>(
    { perSource: [{ source: 'critic', position: 'first', count: 1 }] },
    {
      perSource: [
        { source: 'user', position: null, count: null },
        { source: 'editor', position: 'last', count: 2 },
      ],
    },
  ),
);

it('is the end of the whole view, whatever came before', () => {
  let certain = 0;
  fc.assert(
    fc.property(
      fc.array(anyTurn, { maxLength: 30, size: 'max' }),
      fc.nat(),
      anyFilter,
      (turns, from, filter) => {
        const entries = transcriptOf(turns);
        const viewer: Viewer = {
          agent: 'writer',
          scope: '',
          turn: turns.length,
          readBefore: entries.length + 50,
          filter,
          innerTeams: [],
          initial: [{ role: 'user', source: 'user', content: 'Before all' }] as never,
        };
        const fromSeq = from % (entries.length + 1);
        const tail = entries.filter(({ seq }) => seq >= fromSeq);
        const count = certainTail(tail, viewer, fromSeq);
        certain += count;
        const last = (view: readonly unknown[]) => view.slice(view.length - count);
        expect(last(agentView(tail, viewer))).toEqual(last(agentView(entries, viewer)));
      },
    ),
    { numRuns: 500 },
  );
  expect(certain).toBeGreaterThan(1_000);
});

it('holds nothing where the agent has not spoken since', () => {
  const entries = [entry(4, 'critic', 'A'), entry(5, 'critic', 'B')];
  const viewer = { agent: 'writer', scope: '', turn: 6, readBefore: 6, filter: null, innerTeams: [] };
  expect(certainTail(entries, viewer, 4)).toBe(0);
});
