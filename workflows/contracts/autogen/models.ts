import { isKnownModel, modelInfoOf } from '../../domain/modelInfo.ts';
import type { Json } from '../../domain/json.ts';
import { modelClient, type ModelClient, type ModelInfo } from '../../domain/model.ts';
import { componentOf, type Component } from './component.ts';
import type { Fields } from './fields.ts';
import { from, isRecord, type Place, type Report } from './report.ts';
import { hostOf, noteDropped, noteKey, secretOfAddress } from './secrets.ts';

/** Where AutoGen sends these models' requests when a client names no address. */
const VENDORS: { prefix: string; baseUrl: string }[] = [
  { prefix: 'gemini-', baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/' },
  { prefix: 'claude-', baseUrl: 'https://api.anthropic.com/v1/' },
  { prefix: 'Llama-', baseUrl: 'https://api.llama.com/compat/v1/' },
];

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

const DROPPED = {
  timeout: 'requests have time limits of the deployment',
  max_retries: 'failed requests are repeated durably',
  stream_options: 'usage is always asked for',
  organization: 'set it with the key’s account',
  default_headers: 'requests have no headers of their own',
  model_capabilities: 'it is AutoGen’s old form of model_info',
};

/** Reads a model client; null: none that could run, which is then a problem of the report. */
export function readModel(place: Place, report: Report): ModelClient | null {
  const component = componentOf(place, 'model', report);
  if (component === null) return null;
  const client = readClient(component, report);
  if (client !== null) component.fields.end();
  return client;
}

function readClient(component: Component, report: Report): ModelClient | null {
  switch (component.name) {
    case 'OpenAIChatCompletionClient':
      return readOpenAi(component.fields, report);
    case 'AzureOpenAIChatCompletionClient':
      return readAzure(component.fields, report);
    case 'OllamaChatCompletionClient':
      return readOllama(component.fields, report);
    case 'AnthropicChatCompletionClient':
      return readAnthropic(component.fields, report);
    case 'ChatCompletionCache':
      return readCached(component.fields, report);
    default:
      report.problems.push({
        path: component.place.path,
        message: `${component.name} can't be called from here`,
        fix: 'Use an OpenAIChatCompletionClient with the base_url of an OpenAI-compatible endpoint.',
      });
      return null;
  }
}

function readOpenAi(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const vendor = VENDORS.find(({ prefix }) => model.startsWith(prefix))?.baseUrl ?? null;
  const baseUrl = fields.textOr('base_url', vendor);
  const client = readShared(fields, report, model, baseUrl);
  const key = fields.raw('api_key');
  const apiKeySecret = secretFor(fields, report, baseUrl, key, vendor !== null);
  return from(report, fields.place, { ...client, apiKeySecret });
}

/** A team's own address gets no key by itself: the deployment's is not sent to where a file says. */
function secretFor(
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

function readShared(fields: Fields, report: Report, model: string, baseUrl: string | null): ModelClient {
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
  noteDropped(report, fields, DROPPED);
  return modelClient({
    model,
    baseUrl,
    parameters: parametersOf(fields, PARAMETERS),
    info,
    includeNameInMessage: fields.flagOr('include_name_in_message', true),
    addNamePrefixes: fields.flagOr('add_name_prefixes', false),
  });
}

function readInfo(fields: Fields): ModelInfo | null {
  const info = fields.object('model_info');
  if (info === null) return null;
  const read: ModelInfo = {
    family: info.text('family'),
    vision: info.flag('vision'),
    functionCalling: info.flag('function_calling'),
    jsonOutput: info.flag('json_output'),
    structuredOutput: info.flag('structured_output'),
    multipleSystemMessages: info.flagOr('multiple_system_messages', false),
  };
  info.end();
  return read;
}

function readAzure(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const endpoint = fields.text('azure_endpoint').replace(/\/+$/, '');
  const deployment = fields.textOr('azure_deployment', model);
  if (fields.raw('api_version') === undefined) fields.missing('api_version');
  const baseUrl = `${endpoint}/openai/v1`;
  const client = readShared(fields, report, model, baseUrl);
  report.notes.push({
    path: fields.place.path,
    message: `Azure is called through ${baseUrl}, which needs no api_version; check that the resource offers it`,
  });
  noteDropped(report, fields, {
    azure_ad_token: 'a key is used; set it as the secret that is named here',
    azure_ad_token_provider: 'a key is used; set it as the secret that is named here',
  });
  const apiKeySecret = secretFor(fields, report, baseUrl, fields.raw('api_key'), true);
  const info = client.info ?? modelInfoOf(null, model);
  return from(report, fields.place, { ...client, model: deployment, apiKeySecret, info });
}

function readOllama(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const host = fields.textOr('host', 'http://localhost:11434').replace(/\/+$/, '');
  const options = fields.object('options');
  const parameters = options === null ? {} : parametersOf(options, ['temperature', 'top_p', 'seed', 'stop']);
  const limit = options?.integerOr('num_predict', null) ?? null;
  options?.end();
  noteDropped(report, fields, {
    response_format: 'the agent’s structured output says it',
    headers: 'requests have no headers of their own',
    timeout: DROPPED.timeout,
    model_capabilities: DROPPED.model_capabilities,
  });
  fields.raw('follow_redirects');
  const baseUrl = `${/^https?:\/\//.test(host) ? host : `http://${host}`}/v1`;
  report.notes.push({ path: fields.place.path, message: `Ollama is called through ${baseUrl}` });
  return from(
    report,
    fields.place,
    modelClient({
      model,
      baseUrl,
      parameters: limit === null ? parameters : { ...parameters, max_tokens: limit },
      info: readInfo(fields),
    }),
  );
}

function readAnthropic(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const baseUrl = fields.textOr('base_url', null) ?? 'https://api.anthropic.com/v1/';
  const stop = fields.texts('stop_sequences');
  const parameters = parametersOf(fields, ['temperature', 'top_p']);
  noteDropped(report, fields, {
    top_k: 'the OpenAI-compatible endpoint has none',
    thinking: 'the OpenAI-compatible endpoint has none',
    metadata: 'the OpenAI-compatible endpoint has none',
    response_format: 'the agent’s structured output says it',
    tools: 'an agent’s tools stand with the agent',
    tool_choice: 'the model chooses',
    timeout: DROPPED.timeout,
    max_retries: DROPPED.max_retries,
    default_headers: DROPPED.default_headers,
    model_capabilities: DROPPED.model_capabilities,
  });
  report.notes.push({ path: fields.place.path, message: `Anthropic is called through ${baseUrl}` });
  const apiKeySecret = secretFor(fields, report, baseUrl, fields.raw('api_key'), true);
  return from(
    report,
    fields.place,
    modelClient({
      model,
      baseUrl,
      apiKeySecret,
      parameters: {
        max_tokens: fields.integerOr('max_tokens', 4096),
        ...parameters,
        ...(stop !== null && { stop }),
      },
      info: readInfo(fields),
    }),
  );
}

function readCached(fields: Fields, report: Report): ModelClient | null {
  const inner = fields.raw('client');
  if (inner === undefined) {
    fields.missing('client');
    return null;
  }
  fields.raw('store');
  report.notes.push({ path: fields.place.path, message: 'The cache is left out: each request is made' });
  return readModel(inner, report);
}

function parametersOf(fields: Fields, keys: readonly string[]): Record<string, Json> {
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
