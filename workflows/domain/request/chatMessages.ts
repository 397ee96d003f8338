import { assertNever } from '../json.ts';
import type { ModelInfo } from '../model.ts';
import type { ContentPart } from '../transcript/entry.ts';
import type { LlmMessage } from './llmMessage.ts';

/** One message of a Chat Completions request. */
export type ChatMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; content: string | ChatPart[]; name?: string }
  | { role: 'assistant'; content: string | null; tool_calls?: ChatToolCall[] }
  | { role: 'tool'; content: string; tool_call_id: string };

export type ChatPart = { type: 'text'; text: string } | { type: 'image_url'; image_url: { url: string } };

export interface ChatToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
}

/** How a model wants to be spoken to. */
export interface WireRules {
  includeNameInMessage: boolean;
  addNamePrefixes: boolean;
  info: Pick<ModelInfo, 'family' | 'vision' | 'multipleSystemMessages'>;
}

/** An agent's context in the form of the Chat Completions API, as AutoGen's client writes it. */
export function chatMessages(messages: readonly LlmMessage[], rules: WireRules): ChatMessage[] {
  const written = messages.flatMap((message) => asChat(message, rules));
  return rules.info.multipleSystemMessages ? written : withOneSystemMessage(written);
}

function asChat(message: LlmMessage, rules: WireRules): ChatMessage[] {
  switch (message.role) {
    case 'system':
      return [{ role: 'system', content: message.content }];
    case 'user': {
      const content = userContent(message, rules);
      const name = message.source.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64);
      return [isNamed(rules) ? { role: 'user', content, name } : { role: 'user', content }];
    }
    case 'assistant':
      return [{ role: 'assistant', content: notEmpty(message.content, rules) }];
    case 'assistant_calls':
      return [
        {
          role: 'assistant',
          content: message.thought === null ? null : notEmpty(message.thought, rules),
          tool_calls: message.calls.map((call) => ({
            id: call.id,
            type: 'function',
            function: { name: call.name, arguments: call.arguments },
          })),
        },
      ];
    case 'results':
      return message.results.map(({ content, callId }) => ({ role: 'tool', content, tool_call_id: callId }));
    default:
      return assertNever(message);
  }
}

/** Gemini's API refuses an empty text. */
function notEmpty(text: string, rules: WireRules): string {
  return text === '' && isGemini(rules) ? ' ' : text;
}

function isGemini({ info }: WireRules): boolean {
  return info.family.startsWith('gemini');
}

/** Mistral's API refuses the field. */
function isNamed({ includeNameInMessage, info }: WireRules): boolean {
  return includeNameInMessage && !/mistral|codestral|ministral|pixtral/.test(info.family);
}

function userContent(
  { content, source }: { content: string | ContentPart[]; source: string },
  rules: WireRules,
): string | ChatPart[] {
  const prefix = rules.addNamePrefixes ? `${source} said:\n` : '';
  if (typeof content === 'string') return notEmpty(prefix + content, rules);
  if (!rules.info.vision) return prefix + partsAsText(content);
  return content.map((part, index) =>
    part.kind === 'text'
      ? { type: 'text', text: index === 0 ? prefix + part.text : part.text }
      : { type: 'image_url', image_url: { url: `data:${part.mediaType};base64,${part.base64}` } },
  );
}

/** What a model without eyes reads, and what the message is as text. */
export function partsAsText(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '<image>')).join('\n');
}

/** Some models read only one system message: all become one, in the place of the first. */
function withOneSystemMessage(messages: readonly ChatMessage[]): ChatMessage[] {
  const first = messages.findIndex(({ role }) => role === 'system');
  if (first === -1) return [...messages];
  const content = messages
    .flatMap((message) => (message.role === 'system' ? [`${message.content}\n`] : []))
    .join('')
    .trimEnd();
  return messages.flatMap((message, index): ChatMessage[] => {
    if (message.role !== 'system') return [message];
    return index === first && content !== '' ? [{ role: 'system', content }] : [];
  });
}
