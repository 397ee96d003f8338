import type { Json } from '../../domain/json.ts';
import { type ModelClient, modelClient, type ModelInfo } from '../../domain/model.ts';
import { isKnownModel } from '../../domain/modelInfo.ts';
import type { Fields } from './fields.ts';
import { isRecord, type Place, type Report } from './report.ts';
import { hostOf, noteDropped, noteKey, secretOfAddress } from './secrets.ts';

/** What AutoGen passes on in a request. */
export const PARAMETERS = [
  'frequency_penalty',
  'logit_bias',
  'max_tokens',
  'presence_penalty',
  'response_format',
  'seed',
  'stop',
  'temperature',
  'top_p',
  'user',
  'parallel_tool_calls',
  'reasoning_effort',
];

/** What no client of ours sends, and why. */
export const DROPPED = {
  timeout: 'requests have time limits of the deployment',
  max_retries: 'failed requests are repeated durably',
  stream_options: 'usage is always asked for',
  organization: 'set it with the key’s account',
  default_headers: 'requests have no headers of their own',
  model_capabilities: 'it is AutoGen’s old form of model_info',
};

/** Reads what AutoGen's two OpenAI clients have in common. */
export function readOpenAiFields(
  fields: Fields,
  report: Report,
  model: string,
  baseUrl: string | null,
): ModelClient {
  const info = readInfo(fields);
  if (info === null && !isKnownModel(model)) {
    report.problems.push({
      path: `${fields.place.path}.model`,
      message: `AutoGen does not know what ${model} can do`,
      fix: 'Add model_info: vision, function_calling, json_output, structured_output and family.',
    });
  }
  const count = fields.raw('n');
  if (count !== undefined) {
    report.problems.push({
      path: count.path,
      message: 'A model can’t give several answers to one request',
      fix: 'Leave n out.',
    });
  }
  const { model_capabilities: old, ...others } = DROPPED;
  noteDropped(
    report,
    fields,
    fields.raw('model_info') === undefined ? others : { ...others, model_capabilities: old },
  );
  return modelClient({
    model,
    baseUrl,
    parameters: parametersOf(fields, PARAMETERS),
    info,
    includeNameInMessage: fields.flagOr('include_name_in_message', true),
    addNamePrefixes: fields.flagOr('add_name_prefixes', false),
  });
}

/** Reads what a file says that its model can do. */
export function readInfo(fields: Fields): ModelInfo | null {
  const info = fields.object('model_info');
  if (info === null) return readCapabilities(fields);
  const read: ModelInfo = {
    family: info.text('family'),
    vision: info.flag('vision'),
    functionCalling: info.flag('function_calling'),
    jsonOutput: info.flag('json_output'),
    // Of files that are older than the field, AutoGen says so, too, and goes on without it.
    structuredOutput: info.flagOr('structured_output', false),
    multipleSystemMessages: info.flagOr('multiple_system_messages', false),
  };
  info.end();
  return read;
}

/** AutoGen's old form of model_info, of what was there to say then. */
function readCapabilities(fields: Fields): ModelInfo | null {
  const old = fields.object('model_capabilities');
  if (old === null) return null;
  return {
    family: 'unknown',
    vision: old.flag('vision'),
    functionCalling: old.flag('function_calling'),
    jsonOutput: old.flag('json_output'),
    structuredOutput: false,
    multipleSystemMessages: false,
  };
}

/** A team's own address gets no key by itself: the deployment's is not sent to where a file says. */
export function secretFor(
  fields: Fields,
  report: Report,
  baseUrl: string | null,
  key: Place | undefined,
  isWanted: boolean,
): string | null {
  const named = fields.textOr('api_key_secret', null);
  if (named !== null) {
    const to = baseUrl === null ? 'the deployment’s endpoint' : hostOf(baseUrl);
    report.notes.push({
      path: fields.place.path,
      message: `The secret ${named} is sent to ${to} as its key`,
    });
    return named;
  }
  const secret = baseUrl !== null && (key !== undefined || isWanted) ? secretOfAddress(baseUrl) : null;
  if (key !== undefined) noteKey(report, key, secret);
  else if (secret !== null) {
    report.notes.push({
      path: fields.place.path,
      message: `Set the key of its model as the secret ${secret}`,
    });
  }
  return secret;
}

/** The fields that are sent in each request as they are. */
export function parametersOf(fields: Fields, keys: readonly string[]): Record<string, Json> {
  return Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const found = fields.raw(key);
      return found !== undefined && isJson(found.value) ? [[key, found.value]] : [];
    }),
  );
}

/** Whether a value is JSON, as all that comes from a file is. */
export function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isJson);
  return isRecord(value) && Object.values(value).every(isJson);
}
