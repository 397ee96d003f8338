import type { Json } from '../../workflows/domain/json.ts';

/** A response that a stand-in sends: its output, and how it ends. */
export interface ScriptedResponse {
  output: Record<string, Json>[];
  status?: 'completed' | 'incomplete' | 'failed';
  incompleteDetails?: Json;
  error?: Json;
  usage?: Json;
  /** Into how many pieces texts and arguments are split. */
  pieces?: number;
}

export type Event = Record<string, Json> & { type: string; sequence_number: number };

/** An item of output in the format of the Responses API. */
export const outputItem = {
  text: (text: string, more: Record<string, Json> = {}): Record<string, Json> => ({
    id: `msg_${String(text.length)}`,
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
    ...more,
  }),
  refusal: (refusal: string): Record<string, Json> => ({
    id: 'msg_refusal',
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'refusal', refusal }],
  }),
  call: (callId: string, name: string, given: string): Record<string, Json> => ({
    id: `fc_${callId}`,
    type: 'function_call',
    status: 'completed',
    call_id: callId,
    name,
    arguments: given,
  }),
  reasoning: (summary: string, encrypted: string | null = null): Record<string, Json> => ({
    id: 'rs_1',
    type: 'reasoning',
    summary: summary === '' ? [] : [{ type: 'summary_text', text: summary }],
    encrypted_content: encrypted,
  }),
};

/** The object of a response in one of its states. */
export function responseObject(
  id: string,
  model: Json,
  scripted: ScriptedResponse,
  status: string,
): Record<string, Json> {
  const isOver = status !== 'queued' && status !== 'in_progress';
  return {
    id,
    object: 'response',
    created_at: 1_790_000_000,
    status,
    model,
    output: isOver ? scripted.output : [],
    error: status === 'failed' ? (scripted.error ?? { code: 'server_error', message: 'It failed.' }) : null,
    incomplete_details: status === 'incomplete' ? (scripted.incompleteDetails ?? null) : null,
    usage: isOver ? (scripted.usage === undefined ? USAGE : scripted.usage) : null,
    metadata: {},
  };
}

const USAGE = {
  input_tokens: 30,
  input_tokens_details: { cached_tokens: 10 },
  output_tokens: 9,
  output_tokens_details: { reasoning_tokens: 4 },
  total_tokens: 39,
};

/** All events of a response in order, as OpenAI documents them. */
export function responseEvents(id: string, model: Json, scripted: ScriptedResponse): Event[] {
  const status = scripted.status ?? 'completed';
  const events: Record<string, Json>[] = [
    { type: 'response.created', response: responseObject(id, model, scripted, 'queued') },
    { type: 'response.in_progress', response: responseObject(id, model, scripted, 'in_progress') },
    ...scripted.output.flatMap((item, index) => itemEvents(item, index, scripted.pieces ?? 2)),
    { type: `response.${status}`, response: responseObject(id, model, scripted, status) },
  ];
  return events.map((event, index) => ({ ...event, sequence_number: index }) as Event);
}

function itemEvents(item: Record<string, Json>, index: number, pieces: number): Record<string, Json>[] {
  const place = { output_index: index, item_id: item['id'] ?? '' };
  const begun = { ...item, status: 'in_progress' };
  const done = { type: 'response.output_item.done', output_index: index, item };
  if (item['type'] === 'function_call') {
    const given = typeof item['arguments'] === 'string' ? item['arguments'] : '';
    return [
      { type: 'response.output_item.added', output_index: index, item: { ...begun, arguments: '' } },
      ...cut(given, pieces).map((delta) => ({
        type: 'response.function_call_arguments.delta',
        ...place,
        delta,
      })),
      { type: 'response.function_call_arguments.done', ...place, arguments: given },
      done,
    ];
  }
  if (item['type'] === 'reasoning') {
    const summary = (item['summary'] as { text: string }[])[0]?.text ?? '';
    return [
      { type: 'response.output_item.added', output_index: index, item: { ...begun, summary: [] } },
      ...cut(summary, pieces).map((delta) => ({
        type: 'response.reasoning_summary_text.delta',
        ...place,
        summary_index: 0,
        delta,
      })),
      done,
    ];
  }
  const parts = (item['content'] ?? []) as { type: string; text?: string; refusal?: string }[];
  return [
    { type: 'response.output_item.added', output_index: index, item: { ...begun, content: [] } },
    ...parts.flatMap((part, contentIndex) => {
      const kind = part.type === 'refusal' ? 'refusal' : 'output_text';
      const said = part.text ?? part.refusal ?? '';
      const at = { ...place, content_index: contentIndex };
      return [
        { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
        ...cut(said, pieces).map((delta) => ({ type: `response.${kind}.delta`, ...at, delta, logprobs: [] })),
        { type: `response.${kind}.done`, ...at, text: said },
        { type: 'response.content_part.done', ...at, part },
      ];
    }),
    done,
  ];
}

function cut(text: string, pieces: number): string[] {
  const characters = [...text];
  const size = Math.max(1, Math.ceil(characters.length / pieces));
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}
