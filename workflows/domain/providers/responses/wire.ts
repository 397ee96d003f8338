import type { Json } from '../../json.ts';
import { type AnswerShape, answerShape, toolDescriptions } from '../toolDescriptions.ts';
import type { WireProvider, WireRequest } from '../wireProvider.ts';
import { inputItems } from './inputItems.ts';
import type { InputItem } from './items.ts';

const ENCRYPTED_REASONING = 'reasoning.encrypted_content';

/** OpenAI's models that reason; others refuse to be asked for their reasoning. */
const REASONS = /^(o\d|gpt-([5-9]|\d\d)(?!.*-chat)|codex|computer-use)/;

/** The body of a request of OpenAI's Responses API. */
export interface ResponsesRequest extends WireRequest {
  input: InputItem[];
  tools?: { type: 'function'; name: string; description: string; parameters: Json; strict: false }[];
  tool_choice?: 'auto' | 'none';
  text?: Json;
  include?: Json;
  store: Json;
  background?: true;
  stream?: true;
}

/**
 * OpenAI's Responses API. Nothing is kept there but what is written in the background: reasoning comes back encrypted,
 * and goes back with the next request.
 */
export const responses = {
  abilities: { options: ['background'] },
  toWire({ parameters, messages, tools, format, stream, options }, rules): ResponsesRequest {
    const { model, store, include, text, ...passedOn } = parameters;
    const shape = textFormat(answerShape(format));
    const isBackground = options.background === true;
    const reasons = REASONS.test(model) || passedOn.reasoning !== undefined;
    return {
      ...passedOn,
      model,
      input: inputItems(messages, rules, model),
      ...(tools === null ? {} : { tools: functions(tools.list), tool_choice: tools.choice }),
      ...(shape === null && text === undefined
        ? {}
        : { text: shape === null ? (text ?? null) : { ...fieldsOf(text), format: shape } }),
      ...(include === undefined && !reasons ? {} : { include: include ?? [ENCRYPTED_REASONING] }),
      store: isBackground ? true : (store ?? false),
      ...(isBackground ? { background: true } : {}),
      // What is written in the background can be read on by its numbers only where it was a stream from the beginning.
      ...(stream || isBackground ? { stream: true } : {}),
    };
  },
  withCallId,
} satisfies WireProvider;

function functions(list: Json) {
  return toolDescriptions(list).map(({ name, description, parameters }) => ({
    type: 'function' as const,
    name,
    description,
    parameters,
    // Without it, the API makes every schema strict, which many are not.
    strict: false as const,
  }));
}

function textFormat(shape: AnswerShape): Json {
  if (shape === null) return null;
  if (shape.kind === 'json') return { type: 'json_object' };
  return { type: 'json_schema', name: shape.name, schema: shape.schema, strict: shape.strict };
}

function fieldsOf(value: Json | undefined): { [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** A request as it leaves: with the id that its call has in the ledger, by which the provider's own pages find it. */
export function withCallId(request: WireRequest, callId: string): WireRequest {
  return { ...request, metadata: { ...fieldsOf(request['metadata'] as Json), colloquy_call_id: callId } };
}
