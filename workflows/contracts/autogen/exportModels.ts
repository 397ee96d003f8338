import type { Json } from '../../domain/json.ts';
import { type ModelClient, modelClient } from '../../domain/model.ts';
import type { InitialMessage, ModelContextConfig } from '../../domain/modelContext/config.ts';
import { isKnownModel, modelInfoOf } from '../../domain/modelInfo.ts';
import type { MemoryConfig } from '../../domain/team.ts';
import { contractOfContext } from '../modelContexts/registry.ts';
import { ANTHROPIC_PARAMETERS } from './anthropicModels.ts';
import { PARAMETERS } from './modelFields.ts';
import { component, present, type Writer, type WrittenComponent } from './writer.ts';

export function writeModel(client: ModelClient | null, path: string, writer: Writer): WrittenComponent {
  if (client === null) {
    writer.note(path, `No model is named: ${writer.defaultModel} is written, since AutoGen has no default`);
    return writeModel(modelClient({ model: writer.defaultModel }), path, writer);
  }
  if (client.apiKeySecret !== null) {
    writer.note(`${path}.apiKeySecret`, 'The key is left out: give AutoGen an api_key');
  }
  const isAnthropic = client.provider === 'anthropic_messages';
  const sent = isAnthropic ? ANTHROPIC_PARAMETERS : PARAMETERS;
  const unknown = Object.keys(client.parameters).filter((name) => !sent.includes(name));
  for (const name of unknown) {
    writer.note(`${path}.parameters.${name}`, `AutoGen does not send ${name}`);
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
    writer.note(`${path}.provider`, 'AutoGen’s client speaks Chat Completions, not the Responses API');
  }
  if (isAnthropic) {
    if (client.addNamePrefixes) {
      writer.note(`${path}.addNamePrefixes`, 'AutoGen’s Anthropic client does not say who wrote a message');
    }
    return component('AnthropicChatCompletionClient', 'model', written);
  }
  return component('OpenAIChatCompletionClient', 'model', {
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
  return component(autogen.component, 'chat_completion_context', {
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

export function writeMemory(memory: MemoryConfig): WrittenComponent {
  return component('ListMemory', 'memory', {
    name: memory.name,
    memory_contents: memory.contents.map(({ content, mimeType }) => ({
      content: mimeType === 'application/json' ? objectOr(content) : content,
      mime_type: mimeType,
    })),
  });
}

/** AutoGen holds JSON as an object. */
function objectOr(content: string): Json {
  try {
    const value = JSON.parse(content) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? present(value) : content;
  } catch {
    return content;
  }
}
