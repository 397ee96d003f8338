import { describe, expect, test } from '@jest/globals';
import { terminationInWords } from './terminationInWords.ts';

describe('terminationInWords', () => {
  test('says each condition as a sentence’s part', () => {
    expect(terminationInWords({ kind: 'max_messages', maxMessages: 12 }).text).toBe('there are 12 messages');
    expect(terminationInWords({ kind: 'max_messages', maxMessages: 1 }).text).toBe('there is 1 message');
    expect(terminationInWords({ kind: 'external' }).text).toBe('a person stops it');
    expect(terminationInWords({ kind: 'text_mention', text: 'DONE', sources: null }).text).toBe(
      'anybody writes “DONE”',
    );
    expect(terminationInWords({ kind: 'text_mention', text: 'OK', sources: ['a', 'b', 'c'] }).text).toBe(
      'a, b, or c writes “OK”',
    );
  });

  test('keeps the tree', () => {
    const words = terminationInWords({
      kind: 'or',
      conditions: [
        { kind: 'external' },
        { kind: 'and', conditions: [{ kind: 'external' }, { kind: 'max_messages', maxMessages: 3 }] },
      ],
    });
    expect(words).toEqual({
      text: 'any of these holds',
      parts: [
        { text: 'a person stops it', parts: [] },
        {
          text: 'all of these hold',
          parts: [
            { text: 'a person stops it', parts: [] },
            { text: 'there are 3 messages', parts: [] },
          ],
        },
      ],
    });
  });

  test('makes no list of one', () => {
    expect(terminationInWords({ kind: 'and', conditions: [{ kind: 'external' }] })).toEqual({
      text: 'a person stops it',
      parts: [],
    });
  });
});
