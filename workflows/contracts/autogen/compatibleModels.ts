import { type ModelClient, modelClient } from '../../domain/model.ts';
import { modelInfoOf } from '../../domain/modelInfo.ts';
import { withoutEnd } from '../../domain/withoutEnd.ts';
import { autogenFinding } from '../findings/finding.ts';
import type { Fields } from './fields.ts';
import { DROPPED, parametersOf, readInfo, readOpenAiFields, secretFor } from './modelFields.ts';
import { from, type Report } from './report.ts';
import { noteDropped } from './secrets.ts';

/** Clients of other providers, called through their OpenAI-compatible endpoints. */
export function readAzure(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const endpoint = withoutEnd(fields.text('azure_endpoint'), '/');
  const deployment = fields.textOr('azure_deployment', model);
  if (fields.raw('api_version') === undefined) fields.missing('api_version');
  const baseUrl = `${endpoint}/openai/v1`;
  const client = readOpenAiFields(fields, report, model, baseUrl);
  report.notes.push({
    path: fields.place.path,
    message: autogenFinding('azure', { address: baseUrl }),
  });
  noteDropped(report, fields, {
    azure_ad_token: autogenFinding('whyAzureToken'),
    azure_ad_token_provider: autogenFinding('whyAzureToken'),
  });
  const apiKeySecret = secretFor(fields, report, baseUrl, fields.raw('api_key'), true);
  const info = client.info ?? modelInfoOf(null, model);
  return from(report, fields.place, { ...client, model: deployment, apiKeySecret, info });
}

export function readOllama(fields: Fields, report: Report): ModelClient {
  const model = fields.text('model');
  const host = withoutEnd(fields.textOr('host', 'http://localhost:11434'), '/');
  const options = fields.object('options');
  const parameters = options === null ? {} : parametersOf(options, ['temperature', 'top_p', 'seed', 'stop']);
  const limit = options?.integerOr('num_predict', null) ?? null;
  options?.end();
  noteDropped(report, fields, {
    response_format: autogenFinding('whyOllamaFormat'),
    headers: autogenFinding('whyHeaders'),
    timeout: DROPPED.timeout,
    model_capabilities: DROPPED.model_capabilities,
  });
  fields.raw('follow_redirects');
  const baseUrl = `${/^https?:\/\//.test(host) ? host : `http://${host}`}/v1`;
  report.notes.push({ path: fields.place.path, message: autogenFinding('ollama', { address: baseUrl }) });
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
