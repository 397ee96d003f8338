import { assertNever } from '../../json.ts';
import type { LlmMessage } from '../../request/llmMessage.ts';
import { wireName } from '../../request/wireName.ts';
import type { ContentPart } from '../../transcript/entry.ts';
import { partsAsText } from '../../transcript/partsAsText.ts';
import { itemsFor } from '../giveBack.ts';
import type { WireRules } from '../wireRules.ts';
import type { InputItem, InputPart } from './items.ts';
import { restoredCalls, restoredText } from './restored.ts';

/**
 * A context as the input of a request of the Responses API. It has no field for a message's author; where the team wants
 * the model to know, the text says so (see ModelClient.addNamePrefixes).
 */
export function inputItems(messages: readonly LlmMessage[], rules: WireRules, model: string): InputItem[] {
  const oneSystem = rules.info.multipleSystemMessages ? messages : withOneSystemMessage(messages);
  return oneSystem.flatMap((message) => asInput(message, rules, model));
}

function asInput(message: LlmMessage, rules: WireRules, model: string): InputItem[] {
  switch (message.role) {
    case 'system':
      return [{ role: 'system', content: message.content }];
    case 'user':
      return [{ role: 'user', content: userContent(message, rules) }];
    case 'assistant': {
      const items = itemsFor(message.giveBack, { provider: 'responses', model });
      const restored = items === null ? null : restoredText(items, message.content);
      return restored ?? [{ role: 'assistant', content: message.content }];
    }
    case 'assistant_calls': {
      const items = itemsFor(message.giveBack, { provider: 'responses', model });
      const restored = items === null ? null : restoredCalls(items, message.calls);
      if (restored !== null) return restored;
      const thought: InputItem[] =
        message.thought === null || message.thought === ''
          ? []
          : [{ role: 'assistant', content: message.thought }];
      const calls = message.calls.map((call): InputItem => ({
        type: 'function_call',
        call_id: call.id,
        name: wireName(call.name),
        arguments: call.arguments,
      }));
      return [...thought, ...calls];
    }
    case 'results':
      return message.results.map(({ callId, content }) => ({
        type: 'function_call_output',
        call_id: callId,
        output: content,
      }));
    default:
      return assertNever(message);
  }
}

function userContent(
  { content, source }: { content: string | ContentPart[]; source: string },
  rules: WireRules,
): string | InputPart[] {
  const prefix = rules.addNamePrefixes ? `${source} said:\n` : '';
  if (typeof content === 'string') return prefix + content;
  if (!rules.info.vision) return prefix + partsAsText(content);
  return content.map((part, index): InputPart => {
    if (part.kind === 'text') {
      return { type: 'input_text', text: index === 0 ? prefix + part.text : part.text };
    }
    const data = `data:${part.mediaType};base64,${part.base64}`;
    return part.mediaType === 'application/pdf'
      ? { type: 'input_file', filename: 'document.pdf', file_data: data }
      : { type: 'input_image', image_url: data, detail: 'auto' };
  });
}

/** Some models read only one system message: all become one, in the place of the first. */
function withOneSystemMessage(messages: readonly LlmMessage[]): LlmMessage[] {
  const first = messages.findIndex(({ role }) => role === 'system');
  const content = messages
    .flatMap((message) => (message.role === 'system' ? [`${message.content}\n`] : []))
    .join('')
    .trimEnd();
  return messages.flatMap((message, index): LlmMessage[] => {
    if (message.role !== 'system') return [message];
    return index === first && content !== '' ? [{ role: 'system', content }] : [];
  });
}
