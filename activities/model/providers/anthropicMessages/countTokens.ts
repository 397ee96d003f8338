import type { WireRules } from '../../../../workflows/domain/providers/wireRules.ts';
import type { LlmMessage } from '../../../../workflows/domain/request/llmMessage.ts';
import type { ContentPart } from '../../../../workflows/domain/transcript/entry.ts';
import { encodingOf } from '../../encodings.ts';

const PER_SYSTEM = 15;
const PER_MESSAGE = 10;
const PER_CALL = 10;
const PER_RESULT = 10;
const PER_IMAGE = 512;

/** Tokens of messages as AutoGen's Anthropic client estimates them: by another vendor's encoding, and round sums. */
export function countTokens(messages: readonly LlmMessage[], _model: string, _rules: WireRules): number {
  const system = messages.find(({ role }) => role === 'system');
  const first = system?.role === 'system' && system.content !== '' ? length(system.content) + PER_SYSTEM : 0;
  return messages.reduce((tokens, message) => tokens + tokensOf(message), first);
}

function tokensOf(message: LlmMessage): number {
  switch (message.role) {
    case 'system':
      return 0;
    case 'user':
      return PER_MESSAGE + contentTokens(message.content);
    case 'assistant':
      return PER_MESSAGE + length(message.content);
    case 'assistant_calls':
      return message.calls.reduce(
        (tokens, call) => tokens + length(call.name) + length(call.arguments) + PER_CALL,
        PER_MESSAGE,
      );
    case 'results':
      return message.results.reduce(
        (tokens, { content }) => tokens + length(content) + PER_RESULT,
        PER_MESSAGE,
      );
  }
}

function contentTokens(content: string | ContentPart[]): number {
  if (typeof content === 'string') return length(content);
  return content.reduce((tokens, part) => tokens + (part.kind === 'text' ? length(part.text) : PER_IMAGE), 0);
}

function length(text: string): number {
  return encodingOf('cl100k_base')(text).length;
}
