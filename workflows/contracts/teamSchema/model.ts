import { z } from 'zod';
import type { Json } from '../../domain/json.ts';
import type { ModelClient } from '../../domain/model.ts';
import { dialectNames } from '../../domain/providers/chatCompletions/dialects.ts';
import { DEFAULT_PROVIDER, providerNames } from '../../domain/providers/providerName.ts';
import { wireProviders } from '../../domain/providers/registry.ts';
import type { WireProvider } from '../../domain/providers/wireProvider.ts';
import { choice, flag, object, text } from './fields.ts';

/** Names of secrets are what an environment variable may be called. */
export const secretName = text(100, 1).regex(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'The name of a secret has only letters, digits and _; never put the secret itself here',
);

export const httpUrl = text(2_000, 1).regex(
  /^https?:\/\/[^\s]+$/i,
  'Must be an address that begins with http:// or https://',
);

export const json: z.ZodType<Json> = z.json();

/** JSON Schema of an object. */
export const jsonSchema: z.ZodType<Json> = z
  .record(z.string(), z.json(), { error: 'Must be a JSON Schema: an object' })
  .refine((schema) => JSON.stringify(schema).length <= 50_000, 'The schema is too long; simplify it');

export const modelClientSchema: z.ZodType<ModelClient> = object({
  model: text(200, 1),
  provider: choice(providerNames).optional(),
  dialect: choice(dialectNames).optional(),
  baseUrl: httpUrl.nullable(),
  apiKeySecret: secretName.nullable(),
  parameters: z.record(text(100, 1), json, { error: 'Must be an object of request parameters' }),
  info: object({
    family: text(100, 1),
    vision: flag(),
    functionCalling: flag(),
    jsonOutput: flag(),
    structuredOutput: flag(),
    multipleSystemMessages: flag(),
  }).nullable(),
  includeNameInMessage: flag(),
  addNamePrefixes: flag(),
  stream: flag().optional(),
  options: object({ background: flag().optional() }).optional(),
}).superRefine(({ provider = DEFAULT_PROVIDER, dialect, options = {} }, context) => {
  if (dialect !== undefined && provider !== DEFAULT_PROVIDER) {
    const message = `Only ${DEFAULT_PROVIDER} has dialects, and the provider is ${provider}; remove one of the two`;
    context.addIssue({ code: 'custom', path: ['dialect'], message });
  }
  const { abilities }: WireProvider = wireProviders[provider];
  for (const option of Object.keys(options) as (keyof typeof options)[]) {
    if (abilities.options.includes(option)) continue;
    const message = `The provider ${provider} has no option ${option}; remove it, or choose another provider`;
    context.addIssue({ code: 'custom', path: ['options', option], message });
  }
});

export const memorySchema = object({
  kind: choice(['list']),
  name: text(200).nullable(),
  contents: z.array(object({ content: text(100_000), mimeType: text(100, 1) })).max(1_000),
});
