import { z } from 'zod';
import type { Json } from '../../domain/json.ts';
import type { ModelClient } from '../../domain/model.ts';
import { dialectNames } from '../../domain/providers/chatCompletions/dialects.ts';
import { DEFAULT_PROVIDER, providerNames } from '../../domain/providers/providerName.ts';
import { wireProviders } from '../../domain/providers/registry.ts';
import type { WireProvider } from '../../domain/providers/wireProvider.ts';
import { SECRET_NAME } from '../../domain/secretName.ts';
import { teamFinding } from '../findings/finding.ts';
import { choice, flag, object, text } from './fields.ts';

/** Names of secrets are what an environment variable may be called. */
export const secretName = text(100, 1).regex(SECRET_NAME, teamFinding('secretName'));

export const httpUrl = text(2_000, 1).regex(/^https?:\/\/[^\s]+$/i, teamFinding('address'));

export const json: z.ZodType<Json> = z.json();

/** JSON Schema of an object. */
export const jsonSchema: z.ZodType<Json> = z
  .record(z.string(), z.json(), { error: teamFinding('jsonSchema') })
  .refine((schema) => JSON.stringify(schema).length <= 50_000, teamFinding('schemaTooLong'));

export const modelClientSchema: z.ZodType<ModelClient> = object({
  model: text(200, 1),
  provider: choice(providerNames).optional(),
  dialect: choice(dialectNames).optional(),
  baseUrl: httpUrl.nullable(),
  apiKeySecret: secretName.nullable(),
  parameters: z.record(text(100, 1), json, { error: teamFinding('parameters') }),
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
    const message = teamFinding('dialect', { only: DEFAULT_PROVIDER, provider });
    context.addIssue({ code: 'custom', path: ['dialect'], message });
  }
  const { abilities }: WireProvider = wireProviders[provider];
  for (const option of Object.keys(options) as (keyof typeof options)[]) {
    if (abilities.options.includes(option)) continue;
    const message = teamFinding('providerOption', { provider, option });
    context.addIssue({ code: 'custom', path: ['options', option], message });
  }
});
