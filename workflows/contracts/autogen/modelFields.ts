import type { Json } from '../../domain/json.ts';
import { type ModelClient, modelClient, type ModelInfo } from '../../domain/model.ts';
import { isKnownModel } from '../../domain/modelInfo.ts';
import { autogenFinding } from '../findings/finding.ts';
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
  timeout: autogenFinding('whyTimeout'),
  max_retries: autogenFinding('whyRetries'),
  stream_options: autogenFinding('whyStreamOptions'),
  organization: autogenFinding('whyOrganization'),
  default_headers: autogenFinding('whyHeaders'),
  model_capabilities: autogenFinding('whyCapabilities'),
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
      message: autogenFinding('unknownModel', { model }),
      fix: autogenFinding('fixUnknownModel'),
    });
  }
  const count = fields.raw('n');
  if (count !== undefined) {
    report.problems.push({
      path: count.path,
      message: autogenFinding('severalAnswers'),
      fix: autogenFinding('fixSeveralAnswers'),
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
    // AutoGen also warns about files older than the field, and continues without it.
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

/** A team's own address gets no key automatically: the deployment's key is not sent to an address from a file. */
export function secretFor(
  fields: Fields,
  report: Report,
  baseUrl: string | null,
  key: Place | undefined,
  isWanted: boolean,
): string | null {
  const named = fields.textOr('api_key_secret', null);
  if (named !== null) {
    report.notes.push({
      path: fields.place.path,
      message:
        baseUrl === null
          ? autogenFinding('secretSentHome', { secret: named })
          : autogenFinding('secretSent', { secret: named, host: hostOf(baseUrl) }),
    });
    return named;
  }
  const secret = baseUrl !== null && (key !== undefined || isWanted) ? secretOfAddress(baseUrl) : null;
  if (key !== undefined) noteKey(report, key, secret);
  else if (secret !== null) {
    report.notes.push({
      path: fields.place.path,
      message: autogenFinding('modelSecret', { secret }),
    });
  }
  return secret;
}

/** The fields that are sent unchanged in each request. */
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
