import { assertNever, type Json } from '../../json.ts';
import type { LlmMessage } from '../../request/llmMessage.ts';
import { wireName } from '../../request/wireName.ts';
import type { ContentPart, ProposedCall } from '../../transcript/entry.ts';
import { partsAsText } from '../../transcript/partsAsText.ts';
import { isBlank, withoutTrailingSpace } from '../chatCompletions/blankText.ts';
import { itemsFor } from '../giveBack.ts';
import type { WireRules } from '../wireRules.ts';
import type { Block, ClaudeMessage } from './blocks.ts';
import { restoredCalls, restoredText } from './restored.ts';

/** The text of an otherwise empty request, or after the model's own answer: a request ends with a user's message. */
const GO_ON = 'Continue.';

/**
 * A context in the form of the Messages API, as AutoGen's client for it writes it: system messages become one
 * separate text, speakers have no names, results are a user's. Texts without visible characters, which the API
 * refuses, are left out.
 */
export function claudeMessages(
  messages: readonly LlmMessage[],
  rules: WireRules,
  model: string,
  isOpenEnded: boolean,
): { system: string; messages: ClaudeMessage[] } {
  const written = messages.flatMap((message) => asClaude(message, rules, model));
  return { system: systemText(messages), messages: ended(written, isOpenEnded) };
}

/** The names of the tools that a context speaks of. */
export function toolsSpokenOf(messages: readonly LlmMessage[]): string[] {
  const names = messages.flatMap((message) =>
    message.role === 'assistant_calls' ? message.calls.map(({ name }) => wireName(name)) : [],
  );
  return [...new Set(names)];
}

function systemText(messages: readonly LlmMessage[]): string {
  const text = messages
    .flatMap((message) => (message.role === 'system' ? [`${message.content}\n`] : []))
    .join('');
  return withoutTrailingSpace(text);
}

function asClaude(message: LlmMessage, rules: WireRules, model: string): ClaudeMessage[] {
  switch (message.role) {
    case 'system':
      return [];
    case 'user': {
      const content = userContent(message, rules);
      return content === null ? [] : [{ role: 'user', content }];
    }
    case 'assistant': {
      const items = itemsFor(message.giveBack, { provider: 'anthropic_messages', model });
      const restored = items === null ? null : restoredText(items, message.content);
      if (restored !== null) return [{ role: 'assistant', content: restored }];
      return isBlank(message.content) ? [] : [{ role: 'assistant', content: message.content }];
    }
    case 'assistant_calls': {
      const items = itemsFor(message.giveBack, { provider: 'anthropic_messages', model });
      const restored = items === null ? null : restoredCalls(items, message.calls);
      return [{ role: 'assistant', content: restored ?? callBlocks(message) }];
    }
    case 'results':
      return [
        {
          role: 'user',
          content: message.results.map(({ callId, content, isError }) => ({
            type: 'tool_result',
            tool_use_id: callId,
            ...(isBlank(content) ? {} : { content }),
            ...(isError ? { is_error: true as const } : {}),
          })),
        },
      ];
    default:
      return assertNever(message);
  }
}

function callBlocks({ thought, calls }: { thought: string | null; calls: readonly ProposedCall[] }): Block[] {
  const uses = calls.map((call): Block => ({
    type: 'tool_use',
    id: call.id,
    name: wireName(call.name),
    input: inputOf(call.arguments),
  }));
  return thought === null || isBlank(thought) ? uses : [{ type: 'text', text: thought }, ...uses];
}

/** The API requires an object; any other value is wrapped in one, as AutoGen does. */
function inputOf(argumentsText: string): Json {
  if (isBlank(argumentsText)) return {};
  let value: Json;
  try {
    value = JSON.parse(argumentsText) as Json;
  } catch {
    return { text: argumentsText };
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : { text: argumentsText };
}

/** Null: it has no visible characters. */
function userContent(
  { content, source }: { content: string | ContentPart[]; source: string },
  rules: WireRules,
): string | Block[] | null {
  const prefix = rules.addNamePrefixes ? `${source} said:\n` : '';
  if (typeof content === 'string' || !rules.info.vision) {
    const text = typeof content === 'string' ? content : partsAsText(content);
    return isBlank(text) ? null : prefix + text;
  }
  const parts = content.map((part, index): Block => {
    if (part.kind === 'text') return { type: 'text', text: index === 0 ? prefix + part.text : part.text };
    const { mediaType, base64: data } = part;
    return mediaType === 'application/pdf'
      ? { type: 'document', source: { type: 'base64', media_type: mediaType, data } }
      : { type: 'image', source: { type: 'base64', media_type: mediaType, data } };
  });
  const seen = parts.filter((part) => !isBlankText(part));
  return seen.length === 0 ? null : seen;
}

function isBlankText(part: Block): boolean {
  return part.type === 'text' && 'text' in part && typeof part.text === 'string' && isBlank(part.text);
}

function ended(messages: readonly ClaudeMessage[], isOpenEnded: boolean): ClaudeMessage[] {
  const last = messages.at(-1);
  if (last?.role === 'user') return [...messages];
  const said: ClaudeMessage = { role: 'user', content: GO_ON };
  if (last === undefined || !isOpenEnded || typeof last.content !== 'string') return [...messages, said];
  return [...messages.slice(0, -1), { ...last, content: withoutTrailingSpace(last.content) }];
}
