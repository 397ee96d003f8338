import { describe, expect, it } from '@jest/globals';
import { liveSteps } from './transcriptCursor.ts';

const text = (value: string, attempt = 1, seq = 3) => ({ seq, source: 'writer', attempt, text: value });

describe('what a reader is sent of a text that is being written', () => {
  it('is all of it at first, then what was added, then that it has ended', () => {
    const first = liveSteps(new Map(), [text('Once')]);
    expect(first.steps).toEqual([{ name: 'live', data: { ...text('Once'), offset: 0 } }]);
    const second = liveSteps(first.sent, [text('Once upon')]);
    expect(second.steps).toEqual([{ name: 'live', data: { ...text(' upon'), offset: 4 } }]);
    expect(liveSteps(second.sent, [text('Once upon')]).steps).toEqual([]);
    expect(liveSteps(second.sent, []).steps).toEqual([{ name: 'live_end', data: { seq: 3 } }]);
  });

  it('begins anew with another attempt, or where the text is another', () => {
    const { sent } = liveSteps(new Map(), [text('Once')]);
    expect(liveSteps(sent, [text('Once more', 2)]).steps).toEqual([
      { name: 'live', data: { ...text('Once more', 2), offset: 0 } },
    ]);
    expect(liveSteps(sent, [text('Twice')]).steps).toEqual([
      { name: 'live', data: { ...text('Twice'), offset: 0 } },
    ]);
  });

  it('tells two texts apart', () => {
    const { sent } = liveSteps(new Map(), [text('a', 1, 3), text('b', 1, 4)]);
    expect(liveSteps(sent, [text('bb', 1, 4)]).steps).toEqual([
      { name: 'live', data: { ...text('b', 1, 4), offset: 1 } },
      { name: 'live_end', data: { seq: 3 } },
    ]);
  });
});
