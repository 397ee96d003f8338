import { expect, it } from '@jest/globals';
import { dimensionsOf, dimensionsToAsk } from './embeddingModels.ts';

it.each([
  ['text-embedding-3-small', 1536],
  ['text-embedding-3-large', 1536],
  ['text-embedding-ada-002', 1536],
  ['nomic-embed-text', null],
  ['constructor', null],
])('knows the dimensions of a collection of %s: %p', (model, dimensions) => {
  expect(dimensionsOf(model)).toBe(dimensions);
});

it.each([
  ['text-embedding-3-small', 1536, null],
  ['text-embedding-3-small', 512, 512],
  ['text-embedding-3-large', 1536, 1536],
  // It refuses the field.
  ['text-embedding-ada-002', 1536, null],
  ['nomic-embed-text', 768, null],
])('asks %s for %d dimensions by saying %p', (model, dimensions, said) => {
  expect(dimensionsToAsk(model, dimensions)).toBe(said);
});
