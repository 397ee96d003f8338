import { describe, expect, it } from '@jest/globals';
import type { WireRules } from '../../../../workflows/domain/providers/wireRules.ts';
import type { LlmMessage } from '../../../../workflows/domain/request/llmMessage.ts';
import { countTokens } from './countTokens.ts';

const rules: WireRules = {
  includeNameInMessage: true,
  addNamePrefixes: false,
  info: { family: 'gpt-4o', vision: true, multipleSystemMessages: true },
  form: 'plain',
};

function call(given: string): LlmMessage {
  const calls = [{ id: 'call_0123456789ab', name: 'shout', arguments: given }];
  return { role: 'assistant_calls', source: 'alpha', calls, thought: null };
}

// The figures are those of AutoGen's `count_tokens_openai`.
describe('the tokens of messages', () => {
  it.each<[string, LlmMessage, number]>([
    ['a text with its name', { role: 'user', source: 'user', content: 'Say é twice.' }, 13],
    ['calls', call('{"text": "left"}'), 47],
    ['calls with letters that Python escapes', call('{"text": "é 😀"}'), 58],
    ['calls with brackets and spaces in a text', call('{"text": "[ a ] { b }"}'), 52],
  ])('counts %s as AutoGen does', (_name, message, tokens) => {
    expect(countTokens([message], 'gpt-4o', rules)).toBe(tokens);
  });
});
