import { describe, expect, it } from '@jest/globals';
import { readEmbeddings } from './readEmbeddings.ts';

const item = (index: unknown, embedding: unknown = [1, 2]) => ({ object: 'embedding', index, embedding });
const read = (data: unknown, count = 2, usage: unknown = { prompt_tokens: 3, total_tokens: 3 }) =>
  readEmbeddings({ object: 'list', data, usage }, count, 'http://model/v1');

describe('an answer with embeddings', () => {
  it('is put into the order of the texts by its indexes', () => {
    expect(read([item(1, [3, 4]), item(0, [1, 2])])).toEqual({
      vectors: [
        [1, 2],
        [3, 4],
      ],
      dimensions: 2,
      tokens: 3,
    });
  });

  it('of one text need not say which one that is', () => {
    expect(read([{ embedding: [1, 2] }], 1).vectors).toEqual([[1, 2]]);
  });

  it.each([
    [undefined, null],
    [{ total_tokens: 5 }, 5],
    [{ prompt_tokens: 'many' }, null],
    [{ prompt_tokens: -1 }, null],
  ])('whose usage is %j has read %p tokens', (usage, tokens) => {
    expect(readEmbeddings({ data: [item(0)], usage }, 1, 'http://model/v1').tokens).toBe(tokens);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'no vectors today'],
    ['too few', [item(0)]],
    ['too many', [item(0), item(1), item(2)]],
    ['one twice', [item(0), item(0)]],
    ['one behind the last', [item(0), item(2)]],
    ['a negative place', [item(0), item(-1)]],
    ['a place that is no number', [item(0), item('1')]],
    ['no place', [item(0), item(undefined)]],
    ['an empty vector', [item(0), item(1, [])]],
    ['base64', [item(0), item(1, 'AACAPwAAAEA=')]],
    ['a vector with null, which is what NaN is in JSON', [item(0), item(1, [1, null])]],
    ['a number that is too large for the store', [item(0), item(1, [1, 1e39])]],
    ['a vector with text', [item(0), item(1, [1, '2'])]],
    ['another length', [item(0), item(1, [1, 2, 3])]],
  ])('is refused with %s', (_what, data) => {
    expect(() => read(data)).toThrow(
      expect.objectContaining({ name: 'ModelFailure', type: 'model_malformed_answer' }),
    );
  });

  it.each([undefined, null, 'x', 7, []])('that is %j is refused', (answer) => {
    expect(() => readEmbeddings(answer, 1, 'http://model/v1')).toThrow(/0 vectors for 1 texts/);
  });
});
