import type { Json } from '../../domain/json.ts';
import { type ModelClient, modelClient } from '../../domain/model.ts';
import { autogenFinding } from '../findings/finding.ts';
import type { Fields } from './fields.ts';
import { DROPPED, parametersOf, readInfo, secretFor } from './modelFields.ts';
import { from, type Report } from './report.ts';
import { noteDropped } from './secrets.ts';

/** What AutoGen's Anthropic client passes on in a request. */
export const ANTHROPIC_PARAMETERS = [
  'max_tokens',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'metadata',
  'thinking',
];

/** AutoGen's where a client names none. */
const MAX_TOKENS = 4_096;

/** Reads AutoGen's Anthropic client, which speaks the Messages API. */
export function readAnthropic(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const baseUrl = fields.textOr('base_url', null);
  const parameters = parametersOf(fields, ANTHROPIC_PARAMETERS);
  noteDropped(report, fields, {
    response_format: autogenFinding('whyAnthropicFormat'),
    tools: autogenFinding('whyAnthropicTools'),
    tool_choice: autogenFinding('whyToolChoice'),
    timeout: DROPPED.timeout,
    max_retries: DROPPED.max_retries,
    default_headers: DROPPED.default_headers,
    model_capabilities: DROPPED.model_capabilities,
  });
  const apiKeySecret = secretFor(fields, report, baseUrl, fields.raw('api_key'), baseUrl !== null);
  return from(
    report,
    fields.place,
    modelClient({
      model,
      provider: 'anthropic_messages',
      baseUrl,
      apiKeySecret,
      parameters: { max_tokens: MAX_TOKENS, ...withoutNulls(parameters) },
      info: readInfo(fields),
    }),
  );
}

/** AutoGen dumps thinking without a budget with a null in it, which the API refuses. */
function withoutNulls(parameters: Record<string, Json>): Record<string, Json> {
  const { thinking, ...others } = parameters;
  if (typeof thinking !== 'object' || thinking === null || Array.isArray(thinking)) return parameters;
  return {
    ...others,
    thinking: Object.fromEntries(Object.entries(thinking).filter(([, value]) => value !== null)),
  };
}
