import type { ModelClient } from '../../domain/model.ts';
import { homeOf } from '../../domain/providers/chatCompletions/dialects.ts';
import { autogenFinding } from '../findings/finding.ts';
import { readAnthropic } from './anthropicModels.ts';
import { readAzure, readOllama } from './compatibleModels.ts';
import { type Component, componentOf } from './component.ts';
import type { Fields } from './fields.ts';
import { readOpenAiFields, secretFor } from './modelFields.ts';
import { from, type Place, type Report } from './report.ts';

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
    case 'AnthropicBedrockChatCompletionClient':
      report.problems.push({
        path: component.place.path,
        message: autogenFinding('bedrock'),
        fix: autogenFinding('fixBedrock'),
      });
      return null;
    case 'ChatCompletionCache':
      return readCached(component.fields, report);
    default:
      report.problems.push({
        path: component.place.path,
        message: autogenFinding('unknownClient', { name: component.name }),
        fix: autogenFinding('fixClient'),
      });
      return null;
  }
}

function readOpenAi(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const vendor = homeOf(model);
  const given = fields.textOr('base_url', null);
  const baseUrl = given ?? vendor;
  const client = readOpenAiFields(fields, report, model, baseUrl);
  const key = fields.raw('api_key');
  const apiKeySecret = secretFor(fields, report, baseUrl, key, given === null && vendor !== null);
  return from(report, fields.place, { ...client, apiKeySecret });
}

function readCached(fields: Fields, report: Report): ModelClient | null {
  const inner = fields.raw('client');
  if (inner === undefined) {
    fields.missing('client');
    return null;
  }
  fields.raw('store');
  report.notes.push({ path: fields.place.path, message: autogenFinding('cache') });
  return readModel(inner, report);
}

/** Reads the model client that a component must have. */
export function requiredModel(fields: Fields, report: Report): ModelClient | null {
  const place = fields.raw('model_client');
  if (place === undefined) fields.missing('model_client');
  return place === undefined ? null : readModel(place, report);
}
