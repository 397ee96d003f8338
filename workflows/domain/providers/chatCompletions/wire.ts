import type { WireProvider, WireRequest } from '../wireProvider.ts';
import { type ChatMessage, chatMessages } from './chatMessages.ts';

/** The body of a Chat Completions request; a streamed one asks for its usage at the end. */
export interface ChatRequest extends WireRequest {
  messages: ChatMessage[];
}

/** OpenAI's Chat Completions, and the many that speak it too. */
export const chatCompletions = {
  abilities: { options: [] },
  toWire({ parameters, messages, tools, format, stream }, rules): ChatRequest {
    return {
      ...parameters,
      messages: chatMessages(messages, rules, parameters.model),
      ...(tools === null ? {} : { tools: tools.list, tool_choice: tools.choice }),
      ...(format === null ? {} : { response_format: format }),
      ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
    };
  },
} satisfies WireProvider;
