import { z } from 'zod';

const textPart = z.object({ type: z.literal('text'), text: z.string() });
const imagePart = z.object({ type: z.literal('image_url') }).transform(() => ({ text: '<image>' }));

/** A message's text, whether sent plain or in parts. */
const content = z
  .union([z.string(), z.array(z.union([textPart, imagePart]))])
  .nullish()
  .transform((value) =>
    typeof value === 'string' ? value : (value ?? []).map(({ text }) => text).join('\n'),
  );

const chatMessage = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content,
  name: z.string().optional(),
  tool_calls: z
    .array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }))
    .nullish(),
  tool_call_id: z.string().optional(),
});

const tool = z.object({
  function: z.object({
    name: z.string(),
    description: z.string().nullish(),
    parameters: z.json().optional(),
  }),
});

/** The fields of a Chat Completions request that are read. */
export const chatRequestSchema = z.object({
  model: z.string(),
  messages: z.array(chatMessage).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: z.unknown().optional(),
  response_format: z
    .object({ type: z.string(), json_schema: z.object({ name: z.string(), schema: z.json() }).optional() })
    .nullish(),
});

export type ChatRequest = z.infer<typeof chatRequestSchema>;
export type ChatMessage = z.infer<typeof chatMessage>;
export type ChatTool = z.infer<typeof tool>;

/** A tool call that the demo makes. */
export interface DemoCall {
  id: string;
  name: string;
  arguments: string;
}

/** The fields of an Embeddings request that are read. */
export const embeddingsRequestSchema = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  encoding_format: z.enum(['float', 'base64']).nullish(),
});

export interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
}

/** Pieces of about one token each; joined, they are the text again. */
export function tokenise(text: string): string[] {
  // eslint-disable-next-line regexp/no-super-linear-move -- each blank is matched by the first or by the second at once
  return text.match(/\s*\S{1,6}|\s+$/g) ?? [];
}

/** Counts as our own tokeniser does, so the same request always costs the same. */
export function usageOf(request: ChatRequest, answer: string): Usage {
  const prompt = request.messages.reduce((sum, message) => sum + tokenise(message.content).length + 4, 0);
  const completion = tokenise(answer).length;
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

export type FinishReason = 'stop' | 'length' | 'content_filter' | 'tool_calls';

/** A complete answer, as sent without streaming. */
export function completion(
  id: string,
  model: string,
  text: string,
  usage: Usage,
  calls: readonly DemoCall[] = [],
): unknown {
  const toolCalls = calls.map(({ id: callId, name, arguments: given }) => ({
    id: callId,
    type: 'function',
    function: { name, arguments: given },
  }));
  const message = {
    role: 'assistant',
    content: text === '' && calls.length > 0 ? null : text,
    refusal: null,
    ...(calls.length === 0 ? {} : { tool_calls: toolCalls }),
  };
  const reason: FinishReason = calls.length === 0 ? 'stop' : 'tool_calls';
  const choices = [{ index: 0, message, logprobs: null, finish_reason: reason }];
  return { id, object: 'chat.completion', created: now(), model, choices, usage };
}

/** One piece of a streamed answer. */
export function textChunk(id: string, model: string, text: string): unknown {
  return chunk(id, model, [
    { index: 0, delta: { role: 'assistant', content: text }, logprobs: null, finish_reason: null },
  ]);
}

/** One piece of a model's reasoning, in the form that providers use if they send it separately. */
export function reasoningChunk(id: string, model: string, text: string): unknown {
  const delta = { role: 'assistant', content: null, reasoning_content: text };
  return chunk(id, model, [{ index: 0, delta, logprobs: null, finish_reason: null }]);
}

/** One piece of a tool call: the first piece names the tool, the others add to its arguments. */
export function toolCallChunk(
  id: string,
  model: string,
  piece: { index: number; id?: string; name?: string; arguments: string },
): unknown {
  const { index, id: callId, name, arguments: given } = piece;
  const first = callId === undefined ? {} : { id: callId, type: 'function' };
  const call = { index, ...first, function: { ...(name === undefined ? {} : { name }), arguments: given } };
  const delta = { tool_calls: [call] };
  return chunk(id, model, [{ index: 0, delta, logprobs: null, finish_reason: null }]);
}

/** The piece that gives the finish reason. */
export function finishChunk(id: string, model: string, reason: FinishReason): unknown {
  return chunk(id, model, [{ index: 0, delta: {}, logprobs: null, finish_reason: reason }]);
}

/** The last piece, sent if `stream_options.include_usage` asks for it. */
export function usageChunk(id: string, model: string, usage: Usage): unknown {
  return { ...chunk(id, model, []), usage };
}

/** A server-sent event. */
export function sseEvent(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** An error in OpenAI's format. */
export function errorBody(
  message: string,
  type: string,
  code: string | null = null,
  param: string | null = null,
): unknown {
  return { error: { message, type, param, code } };
}

function chunk(id: string, model: string, choices: unknown[]): Record<string, unknown> {
  return { id, object: 'chat.completion.chunk', created: now(), model, choices };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
