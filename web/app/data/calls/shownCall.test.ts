import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../../../workflows/domain/json.ts';
import { shownJson, shownRequest } from './shownCall.ts';

test('leaves short JSON as it is', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const value = fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), leaf));
  fc.assert(fc.property(value, (json) => expect(shownJson(json as Json)).toEqual(json)));
});

test('cuts what is long, many or deep, and says so of a text', () => {
  let deep: Json = 'x';
  for (let depth = 0; depth < 6_000; depth += 1) deep = [deep];
  const shown = JSON.stringify(
    shownJson({ text: 'x'.repeat(6_000_000), many: Array(100_000).fill(1), deep }),
  );
  expect(shown.length).toBeLessThan(20_000);
  expect(shown).toContain('the beginning of 6,000,000 characters');
});

test('shows the last messages of a request, and the beginning of each', () => {
  const message = { role: 'user' as const, name: null, images: 0, toolCalls: [], toolCallId: null };
  const messages = Array.from({ length: 1_000 }, (_, index) => ({
    ...message,
    content: index === 999 ? 'y'.repeat(100_000) : String(index),
  }));
  const shown = shownRequest({
    kind: 'exact',
    messages,
    tools: [],
    format: null,
    json: 'z'.repeat(1_000_000),
  });
  expect('json' in shown ? shown.messages.at(-1)?.content.length : 0).toBeLessThan(9_000);
  expect(JSON.stringify(shown).length).toBeLessThan(150_000);
});
