import { describe, expect, it } from '@jest/globals';
import { modelClient } from '../../domain/model.ts';
import { inEnglish } from '../findings/finding.ts';
import { writeModel } from './exportModels.ts';
import type { Writer } from './writer.ts';

function written(fields: Parameters<typeof modelClient>[0]) {
  const notes: string[] = [];
  const writer = {
    defaultModel: 'gpt-4o-mini',
    note: (path: string, message: string) => void notes.push(`${path}: ${inEnglish(message)}`),
  } as unknown as Writer;
  const { provider, config } = writeModel(modelClient(fields), '$.model', writer);
  return { provider, config, notes };
}

describe('a model client as AutoGen has it', () => {
  it('is its Anthropic client where it speaks the Messages API', () => {
    expect(
      written({
        model: 'claude-sonnet-4-20250514',
        provider: 'anthropic_messages',
        parameters: { max_tokens: 9000, top_k: 40, thinking: { type: 'enabled', budget_tokens: 2000 } },
      }),
    ).toEqual({
      provider: 'autogen_ext.models.anthropic.AnthropicChatCompletionClient',
      config: {
        model: 'claude-sonnet-4-20250514',
        max_tokens: 9000,
        top_k: 40,
        thinking: { type: 'enabled', budget_tokens: 2000 },
      },
      notes: [],
    });
  });

  it('says what its model can do where AutoGen does not know it, and what AutoGen has no place for', () => {
    const { config, notes } = written({
      model: 'claude-opus-4-6',
      provider: 'anthropic_messages',
      addNamePrefixes: true,
      parameters: { cache_control: { type: 'ephemeral' } },
    });
    expect(config).toMatchObject({ model_info: { family: 'unknown', structured_output: true } });
    expect(notes).toEqual([
      '$.model.parameters.cache_control: AutoGen does not send cache_control',
      '$.model.addNamePrefixes: AutoGen’s Anthropic client does not say who wrote a message',
    ]);
  });

  it('is its OpenAI client where it speaks the Responses API, which AutoGen’s does not', () => {
    const { provider, notes } = written({ model: 'gpt-5', provider: 'responses' });
    expect(provider).toBe('autogen_ext.models.openai.OpenAIChatCompletionClient');
    expect(notes).toEqual([
      '$.model.provider: AutoGen’s client speaks Chat Completions, not the Responses API',
    ]);
  });
});
