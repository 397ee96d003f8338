import type { Json } from '../../workflows/domain/json.ts';

/** A message that a stand-in for Anthropic's Messages API sends. */
export interface ScriptedMessage {
  content: Record<string, Json>[];
  stopReason?: Json;
  stopDetails?: Json;
  usage?: Record<string, Json>;
  pieces?: number;
}

/** A block of content in the format of the Messages API. */
export const contentBlock = {
  text: (text: string): Record<string, Json> => ({ type: 'text', text, citations: null }),
  thinking: (thinking: string, signature: string): Record<string, Json> => ({
    type: 'thinking',
    thinking,
    signature,
  }),
  redacted: (data: string): Record<string, Json> => ({ type: 'redacted_thinking', data }),
  call: (id: string, name: string, input: Json): Record<string, Json> => ({
    type: 'tool_use',
    id,
    name,
    input,
  }),
};

const USAGE = {
  input_tokens: 20,
  cache_creation_input_tokens: 4,
  cache_read_input_tokens: 6,
  output_tokens: 9,
};

/** The message as one object. */
export function messageObject(model: Json, scripted: ScriptedMessage): Record<string, Json> {
  return {
    id: 'msg_01',
    type: 'message',
    role: 'assistant',
    model,
    content: scripted.content,
    stop_reason: scripted.stopReason === undefined ? 'end_turn' : scripted.stopReason,
    stop_sequence: null,
    stop_details: scripted.stopDetails ?? null,
    usage: scripted.usage ?? USAGE,
  };
}

/** All events of a message in order, as Anthropic documents them. */
export function messageEvents(
  model: Json,
  scripted: ScriptedMessage,
): (Record<string, Json> & { type: string })[] {
  const whole = messageObject(model, scripted);
  const usage = scripted.usage ?? USAGE;
  return [
    {
      type: 'message_start',
      message: {
        ...whole,
        content: [],
        stop_reason: null,
        usage: { ...usage, ...('output_tokens' in usage ? { output_tokens: 1 } : {}) },
      },
    },
    { type: 'ping' },
    ...scripted.content.flatMap((block, index) => blockEvents(block, index, scripted.pieces ?? 2)),
    {
      type: 'message_delta',
      delta: {
        stop_reason: whole['stop_reason'] ?? null,
        stop_sequence: null,
        stop_details: whole['stop_details'] ?? null,
      },
      usage: 'output_tokens' in usage ? { output_tokens: usage['output_tokens'] ?? 0 } : {},
    },
    { type: 'message_stop' },
  ];
}

function blockEvents(block: Record<string, Json>, index: number, pieces: number) {
  const deltas: Record<string, Json>[] = [];
  let begun = block;
  if (block['type'] === 'text') {
    begun = { ...block, text: '' };
    deltas.push(...cut(textIn(block['text']), pieces).map((text) => ({ type: 'text_delta', text })));
  } else if (block['type'] === 'thinking') {
    begun = { ...block, thinking: '', signature: '' };
    deltas.push(
      ...cut(textIn(block['thinking']), pieces).map((thinking) => ({ type: 'thinking_delta', thinking })),
    );
    deltas.push({ type: 'signature_delta', signature: block['signature'] ?? '' });
  } else if (block['type'] === 'tool_use') {
    begun = { ...block, input: {} };
    const { input } = block;
    const written = typeof input === 'string' ? input : JSON.stringify(input);
    deltas.push(
      ...cut(written, pieces).map((partial) => ({ type: 'input_json_delta', partial_json: partial })),
    );
  }
  return [
    { type: 'content_block_start', index, content_block: begun },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

function cut(text: string, pieces: number): string[] {
  const characters = [...text];
  const size = Math.max(1, Math.ceil(characters.length / pieces));
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
