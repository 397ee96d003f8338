import { randomUUID } from 'node:crypto';
import type { FailureType } from '../../../../workflows/contracts/failures.ts';
import type { TokenUsage } from '../../../../workflows/domain/cost.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import type { ReplyEnd } from '../../../../workflows/domain/transcript/ending.ts';
import type { ProposedCall } from '../../../../workflows/domain/transcript/entry.ts';
import { argumentsText, isJson, isShallow } from '../../callArguments.ts';
import { countOf, fieldsOf, listOf, type Loose, textOf } from '../../loose.ts';
import { ModelFailure } from '../../modelFailure.ts';
import type { ModelReply } from '../../provider.ts';
import { withoutKeys } from '../../withoutKeys.ts';
import { type AnsweredResponse, wordsOf } from './assembleResponse.ts';

/** What a response that failed says of why; all else is a request that the provider refuses. */
const CODES: Record<string, FailureType> = {
  server_error: 'model_unavailable',
  vector_store_timeout: 'model_unavailable',
  rate_limit_exceeded: 'model_rate_limited',
  insufficient_quota: 'model_quota_exhausted',
  context_length_exceeded: 'model_context_too_long',
};

/** What a response in its last state says. Fails with a ModelFailure where it failed, or says nothing. */
export function readResponse(
  answered: AnsweredResponse,
  asked: { model: string; isStored: boolean },
): Omit<ModelReply, 'firstTokenMs'> {
  const { fields, output } = answered;
  const status = textOf(fields['status']);
  if (status === 'failed') throw failureOf(fields['error']);
  if (status === 'cancelled') {
    throw new ModelFailure('model_unavailable', 'The response was cancelled at the model provider');
  }
  const reason = status === 'incomplete' ? textOf(fieldsOf(fields['incomplete_details'])['reason']) : '';
  const end = endOf(status, reason, answered);
  const toolCalls = output
    .filter(({ type }) => type === 'function_call')
    .map(callOf)
    // A call that was cut is no call.
    .filter((call) => end !== 'length' || isJson(call.arguments));
  const text = wordsOf(answered);
  const finishReason = reason || status;
  if (text.trim() === '' && toolCalls.length === 0 && status === 'incomplete') {
    throw end === 'content_filter'
      ? new ModelFailure('model_refused_request', "The provider's content filter withheld the answer")
      : new ModelFailure('model_empty_answer', `The model answered with no text (${finishReason})`);
  }
  const reasoning = reasoningOf(output);
  const items = givenBack(output, asked.isStored);
  const { usage } = fields;
  return {
    text,
    reasoning: reasoning === '' ? null : reasoning,
    end: end === 'stop' && toolCalls.length > 0 ? 'tool_calls' : end,
    toolCalls,
    usage: usageOf(fieldsOf(usage)),
    giveBack:
      items === null || !isShallow(items) ? null : { provider: 'responses', model: asked.model, items },
    response: {
      id: textOf(fields['id']),
      model: textOf(fields['model']),
      finishReason,
      content: text,
      ...(reasoning === '' ? {} : { reasoning }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
      usage: typeof usage === 'object' ? usage : null,
    },
  };
}

/** An error of a response, or of its stream. */
export function failureOf(error: unknown): ModelFailure {
  const { code, message } = fieldsOf(error);
  const known = Object.hasOwn(CODES, textOf(code)) ? CODES[textOf(code)] : undefined;
  const words = [textOf(code), withoutKeys(textOf(message))].filter((part) => part !== '').join(': ');
  return new ModelFailure(
    known ?? (textOf(code) === '' ? 'model_unavailable' : 'model_refused_request'),
    `The model provider answered with an error: ${words || 'no reason was given'}`,
  );
}

/** Why a response is incomplete, in the API's words, and what that means for it. */
const INCOMPLETE: Record<string, ReplyEnd> = {
  // The reason may be left out.
  '': 'length',
  max_output_tokens: 'length',
  max_messages: 'length',
  steered: 'length',
  content_filter: 'content_filter',
};

/** How a response ended. Fails with a ModelFailure where no known state and reason say that it did. */
function endOf(status: string, reason: string, { output }: AnsweredResponse): ReplyEnd {
  if (status === 'incomplete') {
    const end = Object.hasOwn(INCOMPLETE, reason) ? INCOMPLETE[reason] : undefined;
    if (end !== undefined) return end;
    throw brokenOff(`it is incomplete because of "${reason.slice(0, 100)}"`);
  }
  if (status !== 'completed') throw brokenOff(`its status is "${status.slice(0, 100)}"`);
  const refuses = output.some(
    ({ type, content }) =>
      type === 'message' && listOf(content).some((part) => fieldsOf(part)['type'] === 'refusal'),
  );
  return refuses ? 'refusal' : 'stop';
}

function brokenOff(how: string): ModelFailure {
  return new ModelFailure('model_stream_cut', `The answer broke off: ${how}`);
}

function callOf(item: Loose): ProposedCall {
  const { call_id: callId, name, arguments: given } = item;
  return {
    id: textOf(callId) || `call_${randomUUID()}`,
    name: textOf(name),
    arguments: argumentsText(given),
  };
}

/** Summaries where there are some, else the reasoning itself (open models show it). */
function reasoningOf(output: readonly Loose[]): string {
  const items = output.filter(({ type }) => type === 'reasoning');
  return items
    .map(({ summary, content }) => textsOf(summary) || textsOf(content))
    .filter((text) => text !== '')
    .join('\n\n');
}

function textsOf(parts: unknown): string {
  return listOf(parts)
    .map((part) => textOf(fieldsOf(part)['text']))
    .join('\n\n');
}

/**
 * The items of an answer that reasoned, or that says in which phase it was said: the API wants them again all together.
 * Reasoning that is neither encrypted nor kept by the provider can't go back; nothing that is null can, either.
 */
function givenBack(output: readonly Loose[], isStored: boolean): Json {
  const kept = output.filter(
    ({ type, encrypted_content: encrypted }) =>
      type === 'message' ||
      type === 'function_call' ||
      (type === 'reasoning' && (isStored || textOf(encrypted) !== '')),
  );
  const matters = kept.some(({ type, phase }) => type === 'reasoning' || typeof phase === 'string');
  return matters ? kept.map((item) => withoutNulls(item) as Json) : null;
}

function withoutNulls(item: Loose): Loose {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
}

function usageOf(usage: Loose): TokenUsage | null {
  const promptTokens = countOf(usage['input_tokens']);
  const completionTokens = countOf(usage['output_tokens']);
  return promptTokens === null || completionTokens === null ? null : { promptTokens, completionTokens };
}
