import { expect, it } from '@jest/globals';
import { modelClient } from '../../workflows/domain/model.ts';
import { createModelClients } from './clients.ts';

const connect = (key: string, baseUrl?: string) =>
  createModelClients({
    settings: { OPENAI_API_KEY: key, OPENAI_BASE_URL: 'https://own.example/v1', ANTHROPIC_BASE_URL: '' },
    secret: () => key,
    guardedFetch: fetch,
  })(
    baseUrl === undefined
      ? null
      : modelClient({ model: 'any', baseUrl, apiKeySecret: 'KEY', provider: 'anthropic_messages' }),
  );

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it.each(['sk-one\ntwo', 'sk-\u2019quoted\u2019', 'sk-\u0000'])(
  'a key that cannot be sent is refused before it is tried, and not repeated: %j',
  (key) => {
    for (const baseUrl of [undefined, 'https://other.example']) {
      expect(failureOf(() => connect(key, baseUrl))).toMatchObject({
        type: 'model_unauthorized',
        message: 'The key contains characters that cannot be sent in a header: copy it again',
      });
    }
  },
);

it('a key of any other characters is taken', () => {
  expect(() => connect('sk-proj-abc_DEF.123~é')).not.toThrow();
});
