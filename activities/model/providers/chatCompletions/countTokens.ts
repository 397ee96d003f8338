import {
  chatMessages,
  type ChatToolCall,
} from '../../../../workflows/domain/providers/chatCompletions/chatMessages.ts';
import { hasLargeVocabulary } from '../../../../workflows/domain/providers/chatCompletions/dialects.ts';
import type { WireRules } from '../../../../workflows/domain/providers/wireRules.ts';
import type { LlmMessage } from '../../../../workflows/domain/request/llmMessage.ts';
import { encodingOf } from '../../encodings.ts';

const PER_MESSAGE = 3;
const PER_NAME = 1;
/** Every reply is primed with the beginning of one. */
const REPLY_PRIMER = 3;
/** What AutoGen counts for an image of which it knows no size. */
const PER_IMAGE = 85;

/** Tokens of messages as AutoGen's client counts them: OpenAI's rule with the model's encoding. */
export function countTokens(messages: readonly LlmMessage[], model: string, rules: WireRules): number {
  const encode = encodingOf(hasLargeVocabulary(model) ? 'o200k_base' : 'cl100k_base');
  const length = (text: string) => encode(text).length;
  const info = { ...rules.info, multipleSystemMessages: true };
  const open = { ...rules, info, trimsLastAnswer: false };
  let tokens = REPLY_PRIMER;
  for (const message of chatMessages(messages, open)) {
    tokens += PER_MESSAGE;
    for (const [key, value] of Object.entries<unknown>(message)) {
      if (value === null) continue;
      tokens += typeof value === 'string' ? length(value) : partsTokens(asAutogenOrders(key, value), length);
      if (key === 'name') tokens += PER_NAME;
    }
  }
  return tokens;
}

/** The order of a call's fields counts, too. */
function asAutogenOrders(key: string, value: unknown): unknown {
  if (key !== 'tool_calls') return value;
  return (value as ChatToolCall[]).map(({ id, type, function: { name, arguments: given } }) => ({
    id,
    function: { arguments: given, name },
    type,
  }));
}

function partsTokens(value: unknown, length: (text: string) => number): number {
  if (!Array.isArray(value)) return length(pythonJson(value));
  const parts: unknown[] = value;
  const images = parts.filter((part) => isImage(part)).length;
  const others = parts.filter((part) => !isImage(part));
  return images * PER_IMAGE + (others.length === 0 ? 0 : length(pythonJson(others)));
}

function isImage(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'type' in part && part.type === 'image_url';
}

/** JSON as Python's `json.dumps` writes it, whose spaces and escapes count. */
function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, field]) => `${pythonJson(key)}: ${pythonJson(field)}`);
    return `{${fields.join(', ')}}`;
  }
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
