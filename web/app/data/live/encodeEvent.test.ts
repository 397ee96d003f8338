import { describe, expect, it } from '@jest/globals';
import { encodeEvent } from './encodeEvent.ts';
import { parseRevision } from './parseRevision.ts';

describe('encodeEvent', () => {
  it('is one event whatever the text holds', () => {
    const encoded = encodeEvent({ name: 'live', data: { text: 'a\r\n\ndata: b\u2028' }, id: '7' });
    expect(encoded.split('\n')).toHaveLength(5);
    expect(encoded).toMatch(/^id: 7\nevent: live\ndata: \{.*\}\n\n$/s);
    expect(encoded).not.toContain('\r');
  });

  it('leaves the id out where there is none', () => {
    expect(encodeEvent({ name: 'expired', data: {} })).toBe('event: expired\ndata: {}\n\n');
  });
});

describe('parseRevision', () => {
  it.each([
    ['12', 12],
    [null, 0],
    ['', 0],
    ['-1', 0],
    ['1e3', 0],
    ['99999999999999999999', 0],
  ])('%s is %d', (value, revision) => {
    expect(parseRevision(value)).toBe(revision);
  });
});
