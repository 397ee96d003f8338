import { assertNever } from '../../json.ts';
import type { LlmMessage } from '../../request/llmMessage.ts';
import { wireName } from '../../request/wireName.ts';
import type { ContentPart } from '../../transcript/entry.ts';
import { partsAsText } from '../../transcript/partsAsText.ts';
import type { WireRules } from '../wireRules.ts';
import { isBlank, withoutTrailingSpace } from './blankText.ts';
import { givenBack } from './givenBack.ts';

/** One message of a Chat Completions request. */
export type ChatMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; content: string | ChatPart[]; name?: string }
  | { role: 'assistant'; content: string | null; tool_calls?: ChatToolCall[]; [back: string]: unknown }
  | { role: 'tool'; content: string; tool_call_id: string };

export type ChatPart = { type: 'text'; text: string } | { type: 'image_url'; image_url: { url: string } };

export interface ChatToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
  [back: string]: unknown;
}

/** An agent's context in the form of the Chat Completions API, as AutoGen's client writes it. */
export function chatMessages(messages: readonly LlmMessage[], rules: WireRules, model = ''): ChatMessage[] {
  const written = ending(messages, rules).flatMap((message) => asChat(message, rules, model));
  return rules.info.multipleSystemMessages ? written : withOneSystemMessage(written);
}

function ending(messages: readonly LlmMessage[], rules: WireRules): readonly LlmMessage[] {
  const last = messages.at(-1);
  if (rules.trimsLastAnswer !== true || last?.role !== 'assistant') return messages;
  return [...messages.slice(0, -1), { ...last, content: withoutTrailingSpace(last.content) }];
}

function asChat(message: LlmMessage, rules: WireRules, model: string): ChatMessage[] {
  switch (message.role) {
    case 'system':
      return [{ role: 'system', content: systemContent(message.content, rules) }];
    case 'user': {
      const content = userContent(message, rules);
      if (content === null) return [];
      const name = message.name ?? wireName(message.source);
      return [isNamed(rules) ? { role: 'user', content, name } : { role: 'user', content }];
    }
    case 'assistant':
      if (isLeftOut(message.content, rules)) return [];
      return [
        {
          role: 'assistant',
          content: notEmpty(message.content, rules),
          ...givenBack(message, model).message,
        },
      ];
    case 'assistant_calls': {
      const back = givenBack(message, model);
      return [
        {
          role: 'assistant',
          content: message.thought === null ? null : thoughtContent(message.thought, rules),
          tool_calls: message.calls.map((call) => ({
            id: call.id,
            type: 'function',
            function: { name: call.name, arguments: call.arguments },
            ...back.calls(call.id),
          })),
          ...back.message,
        },
      ];
    }
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

/** Claude's API refuses a message without visible characters. */
function isLeftOut(text: string, rules: WireRules): boolean {
  return rules.form === 'claude' && isBlank(text);
}

function thoughtContent(thought: string, rules: WireRules): string {
  return thought === '' && rules.form === 'claude' ? ' ' : notEmpty(thought, rules);
}

/** Where several become one, those that say nothing are gone. */
function systemContent(text: string, { form, info }: WireRules): string {
  const isRefusedEmpty = form !== undefined && form !== 'plain' && info.multipleSystemMessages;
  return text === '' && isRefusedEmpty ? ' ' : text;
}

function isGemini({ form, info }: WireRules): boolean {
  return form === undefined ? info.family.startsWith('gemini') : form === 'gemini';
}

/** Mistral's API refuses the field. */
function isNamed({ includeNameInMessage, form, info }: WireRules): boolean {
  const isMistral =
    form === undefined ? /mistral|codestral|ministral|pixtral/.test(info.family) : form === 'mistral';
  return includeNameInMessage && !isMistral;
}

/** Null: the message is left out. */
function userContent(
  { content, source }: { content: string | ContentPart[]; source: string },
  rules: WireRules,
): string | ChatPart[] | null {
  const prefix = rules.addNamePrefixes ? `${source} said:\n` : '';
  if (typeof content === 'string' || !rules.info.vision) {
    const text = typeof content === 'string' ? content : partsAsText(content);
    if (isLeftOut(text, rules)) return null;
    const isWhole = typeof content !== 'string' && rules.form === undefined;
    return isWhole ? prefix + text : notEmpty(prefix + text, rules);
  }
  return content.map((part, index) =>
    part.kind === 'text'
      ? { type: 'text', text: index === 0 ? prefix + part.text : part.text }
      : { type: 'image_url', image_url: { url: `data:${part.mediaType};base64,${part.base64}` } },
  );
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
