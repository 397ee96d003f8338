import { type ModelClient, modelClient } from '../../domain/model.ts';
import type { InitialMessage, ModelContextConfig } from '../../domain/modelContext/config.ts';
import { isKnownModel, modelInfoOf } from '../../domain/modelInfo.ts';
import { autogenFinding } from '../findings/finding.ts';
import { AUTOGEN_CONTEXTS, contractOfContext } from '../modelContexts/registry.ts';
import { ANTHROPIC_PARAMETERS } from './anthropicModels.ts';
import { PARAMETERS } from './modelFields.ts';
import { component, type Writer, type WrittenComponent } from './writer.ts';

export function writeModel(client: ModelClient | null, path: string, writer: Writer): WrittenComponent {
  if (client === null) {
    writer.note(path, autogenFinding('defaultModel', { model: writer.defaultModel }));
    return writeModel(modelClient({ model: writer.defaultModel }), path, writer);
  }
  if (client.apiKeySecret !== null) {
    writer.note(`${path}.apiKeySecret`, autogenFinding('keyLeftOut'));
  }
  const isAnthropic = client.provider === 'anthropic_messages';
  const sent = isAnthropic ? ANTHROPIC_PARAMETERS : PARAMETERS;
  const unknown = Object.keys(client.parameters).filter((name) => !sent.includes(name));
  for (const name of unknown) {
    writer.note(`${path}.parameters.${name}`, autogenFinding('parameterNotSent', { name }));
  }
  const info = client.info ?? (isKnownModel(client.model) ? null : modelInfoOf(client, client.model));
  const written = {
    ...client.parameters,
    model: client.model,
    base_url: client.baseUrl,
    api_key_secret: client.apiKeySecret,
    model_info:
      info === null
        ? null
        : {
            vision: info.vision,
            function_calling: info.functionCalling,
            json_output: info.jsonOutput,
            family: info.family,
            structured_output: info.structuredOutput,
            multiple_system_messages: info.multipleSystemMessages,
          },
  };
  if (client.provider === 'responses') {
    writer.note(`${path}.provider`, autogenFinding('responsesApi'));
  }
  if (isAnthropic) {
    if (client.addNamePrefixes) {
      writer.note(`${path}.addNamePrefixes`, autogenFinding('anthropicNames'));
    }
    return component('autogen_ext.models.anthropic.AnthropicChatCompletionClient', 'model', written);
  }
  return component('autogen_ext.models.openai.OpenAIChatCompletionClient', 'model', {
    ...written,
    add_name_prefixes: client.addNamePrefixes ? true : null,
    include_name_in_message: client.includeNameInMessage ? null : false,
  });
}

export function writeContext(
  context: ModelContextConfig,
  model: WrittenComponent,
  path: string,
  writer: Writer,
): WrittenComponent {
  const { autogen } = contractOfContext(context);
  if (autogen.note !== undefined) writer.note(path, autogen.note);
  return component(`${AUTOGEN_CONTEXTS}.${autogen.component}`, 'chat_completion_context', {
    ...autogen.write(context, model),
    ...writeInitial(context.initial),
  });
}

/** AutoGen's initial_messages; nothing where a context begins empty. */
function writeInitial(initial: readonly InitialMessage[] = []) {
  if (initial.length === 0) return {};
  const type = { system: 'SystemMessage', user: 'UserMessage', assistant: 'AssistantMessage' };
  return { initial_messages: initial.map(({ role, ...message }) => ({ ...message, type: type[role] })) };
}
