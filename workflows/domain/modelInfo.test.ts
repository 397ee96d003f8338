import { expect, it } from '@jest/globals';
import { modelClient } from './model.ts';
import { modelInfoOf, tokenLimitOf } from './modelInfo.ts';

it('is what is known of a name, dated or not', () => {
  const info = {
    family: 'gpt-4o',
    vision: true,
    functionCalling: true,
    jsonOutput: true,
    structuredOutput: true,
    multipleSystemMessages: true,
  };
  expect(modelInfoOf(modelClient({ model: 'gpt-4o-mini' }), 'x')).toEqual(info);
  expect(modelInfoOf(null, 'gpt-4o-2024-08-06')).toEqual(info);
  expect(modelInfoOf(null, 'gpt-4o-2024-05-13')).toEqual({ ...info, structuredOutput: false });
});

it('knows the families and their limits', () => {
  expect(modelInfoOf(null, 'claude-3-5-sonnet')).toMatchObject({
    family: 'claude-3-5-sonnet',
    jsonOutput: false,
  });
  expect(modelInfoOf(null, 'gemini-2.5-flash')).toMatchObject({ multipleSystemMessages: false });
  expect(modelInfoOf(null, 'o1-mini')).toMatchObject({ family: 'o1', functionCalling: false });
});

it('takes a new model for the one that it is named after', () => {
  expect(modelInfoOf(null, 'gpt-4o-2031-01-01').family).toBe('gpt-4o');
  expect(modelInfoOf(null, 'gpt-4o-mini-2031-01-01').family).toBe('gpt-4o');
  expect(modelInfoOf(null, 'gpt-4once').family).toBe('unknown');
});

it('takes an unknown model for one that can do it all', () => {
  expect(modelInfoOf(null, 'constructor')).toEqual({
    family: 'unknown',
    vision: true,
    functionCalling: true,
    jsonOutput: true,
    structuredOutput: true,
    multipleSystemMessages: true,
  });
});

it('believes a team about its model', () => {
  const info = { ...modelInfoOf(null, 'gpt-4'), family: 'r1' };
  expect(modelInfoOf(modelClient({ model: 'gpt-4o', info }), 'gpt-4o')).toBe(info);
});

it('knows how large a window is', () => {
  expect(tokenLimitOf('gpt-4o-mini')).toBe(128_000);
  expect(tokenLimitOf('somebody-elses')).toBeNull();
});
