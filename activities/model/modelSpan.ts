import type { SpanAttributes, SpanStart } from '../../platform/tracing/spans.ts';
import { spanKinds, spansShowContent } from '../../platform/tracing/spans.ts';
import { dialectAt, type DialectName } from '../../workflows/domain/providers/chatCompletions/dialects.ts';
import { DEFAULT_PROVIDER, type ProviderName } from '../../workflows/domain/providers/providerName.ts';
import type { WireRequest } from '../../workflows/domain/providers/wireProvider.ts';
import type { ModelReply } from './provider.ts';

// The spans of calls of models, in the words of OpenTelemetry's conventions for generative AI.

/** The conventions' names of those who answer; one that they don't name goes by ours. */
const PROVIDERS: Partial<Record<DialectName, string>> = {
  azure: 'azure.ai.openai',
  gemini: 'gcp.gemini',
  mistral: 'mistral_ai',
};

/** Who answers at an address, by the conventions; an address that nobody is known at speaks OpenAI's protocol, or Anthropic's. */
export function providerAt(address: string, provider: ProviderName = DEFAULT_PROVIDER): string {
  const dialect = dialectAt(address);
  if (dialect !== null) return PROVIDERS[dialect] ?? dialect;
  return provider === 'anthropic_messages' ? 'anthropic' : 'openai';
}

/** Parameters that the conventions have names for. */
const PARAMETERS = {
  temperature: 'gen_ai.request.temperature',
  top_p: 'gen_ai.request.top_p',
  max_tokens: 'gen_ai.request.max_tokens',
  max_completion_tokens: 'gen_ai.request.max_tokens',
  max_output_tokens: 'gen_ai.request.max_tokens',
  frequency_penalty: 'gen_ai.request.frequency_penalty',
  presence_penalty: 'gen_ai.request.presence_penalty',
  seed: 'gen_ai.request.seed',
} as const;

/** What a call is for. */
export interface CalledFor {
  agent: string;
  conversationId: string;
  purpose: string;
}

/** The span of a call of a model, as it begins. */
export function chatSpan(request: WireRequest, { agent, conversationId, purpose }: CalledFor): SpanStart {
  const { model } = request;
  const parameters = Object.entries(PARAMETERS).flatMap(([name, attribute]): [string, number][] => {
    const value = request[name];
    return typeof value === 'number' ? [[attribute, value]] : [];
  });
  return {
    name: `chat ${model}`,
    kind: spanKinds.client,
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.request.model': model,
      'gen_ai.agent.name': agent,
      'gen_ai.conversation.id': conversationId,
      'colloquy.purpose': purpose,
      ...Object.fromEntries(parameters),
      ...promptOf(request),
    },
  };
}

/** Where a call goes. */
export function addressOf(address: string, provider: ProviderName | undefined): SpanAttributes {
  const where = { 'gen_ai.provider.name': providerAt(address, provider) };
  if (!URL.canParse(address)) return where;
  const { hostname, port, protocol } = new URL(address);
  return {
    ...where,
    'server.address': hostname,
    'server.port': port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
}

/** What an answer adds to the span of its call. */
export function answerOf({ response, usage, end, text, toolCalls }: ModelReply): SpanAttributes {
  return {
    'gen_ai.response.id': response.id,
    'gen_ai.response.model': response.model,
    'gen_ai.response.finish_reasons': [FINISH_REASONS[end]],
    ...(usage !== null && {
      'gen_ai.usage.input_tokens': usage.promptTokens,
      'gen_ai.usage.output_tokens': usage.completionTokens,
    }),
    ...(spansShowContent() && {
      'gen_ai.output.messages': JSON.stringify([
        {
          role: 'assistant',
          parts: [
            { type: 'text', content: text },
            ...toolCalls.map((call) => ({ type: 'tool_call', ...call })),
          ],
          finish_reason: FINISH_REASONS[end],
        },
      ]),
    }),
  };
}

/** The conventions' words for an end. */
const FINISH_REASONS: Record<ModelReply['end'], string> = {
  stop: 'stop',
  tool_calls: 'tool_call',
  length: 'length',
  content_filter: 'content_filter',
  refusal: 'content_filter',
};

/** Messages as the provider gets them, where the operator wants them in spans. */
function promptOf(request: WireRequest): SpanAttributes {
  if (!spansShowContent()) return {};
  const messages = request['messages'] ?? request['input'];
  return messages === undefined ? {} : { 'gen_ai.input.messages': JSON.stringify(messages) };
}
