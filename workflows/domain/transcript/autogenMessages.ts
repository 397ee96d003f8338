import { assertNever, type Json } from '../json.ts';
import type { CallResult, HandoffContext, MemoryContent, ProposedCall, TranscriptEntry } from './entry.ts';

/** A message as AutoGen dumps it: without id, time, metadata, and without what is null. */
export type AutogenMessage = { source: string; type: string; content?: Json } & { [field: string]: Json };

/** An entry, with the tokens of the agent's model call that it came from. */
export type SpokenEntry = TranscriptEntry & {
  usage?: { promptTokens: number; completionTokens: number } | null;
};

/** The types on which AutoGen says what the model call has used. */
const TYPES_WITH_USAGE: ReadonlySet<string> = new Set([
  'ToolCallRequestEvent',
  'TextMessage',
  'StructuredMessage',
]);

/**
 * A run's transcript as AutoGen would have streamed it: inner teams' messages included, those that they were only given
 * left out, and what an agent remembered, was asked or thought as events of their own before its message.
 *
 * @param entries final ones of one run, in the order of the transcript
 */
export function autogenMessages(entries: readonly SpokenEntry[]): AutogenMessage[] {
  return entries
    .filter(({ copied, body }) => !copied && body?.kind !== 'task')
    .flatMap((entry) => [...eventsBefore(entry), message(entry)]);
}

function eventsBefore({ source, memories, thought, body }: SpokenEntry): AutogenMessage[] {
  const asked = body?.kind === 'asked' || (body?.kind === 'handoff' && body.asked === true);
  return [
    ...(memories ?? []).map((contents) => ({
      source,
      type: 'MemoryQueryEvent',
      content: contents.map(memoryContent),
    })),
    ...(asked ? [{ source, type: 'UserInputRequestedEvent', content: '' }] : []),
    ...(thought === null ? [] : [{ source, type: 'ThoughtEvent', content: thought }]),
  ];
}

function message(entry: SpokenEntry): AutogenMessage {
  const { source, type, usage = null } = entry;
  const spent = usage === null || !TYPES_WITH_USAGE.has(type) ? {} : { usage: tokens(usage) };
  return { source, type, ...fields(entry), ...spent };
}

function tokens({
  promptTokens,
  completionTokens,
}: {
  promptTokens: number;
  completionTokens: number;
}): Json {
  return { prompt_tokens: promptTokens, completion_tokens: completionTokens };
}

function fields({ content, body }: SpokenEntry): { [field: string]: Json } {
  switch (body?.kind) {
    case undefined:
    case 'asked':
    case 'ledger':
    case 'task':
      return { content };
    case 'tool_calls':
      return { content: body.calls.map(call) };
    case 'tool_results':
      return { content: body.results.map(result) };
    case 'tool_summary':
      return { content, tool_calls: body.calls.map(call), results: body.results.map(result) };
    case 'handoff': {
      const context = body.context.map(contextMessage);
      return { content, target: body.target, ...(context.length === 0 ? {} : { context }) };
    }
    case 'structured':
      return {
        content: body.value,
        ...(body.formatString === null ? {} : { format_string: body.formatString }),
        text: content,
      };
    case 'multimodal':
      return {
        content: body.parts.map((part) => (part.kind === 'text' ? part.text : { data: part.base64 })),
      };
    case 'speakers':
      return { content: body.speakers };
    case 'code':
      return {
        content,
        retry_attempt: body.retryAttempt,
        code_blocks: body.blocks.map(({ code, language }) => ({ code, language })),
      };
    case 'code_result':
      return { retry_attempt: body.retryAttempt, result: { exit_code: body.exitCode, output: content } };
    default:
      return assertNever(body);
  }
}

function call({ id, name, arguments: written }: ProposedCall): Json {
  return { id, name, arguments: written };
}

function result({ callId, name, content, isError }: CallResult): Json {
  return { call_id: callId, name, content, is_error: isError };
}

function contextMessage(context: HandoffContext): Json {
  switch (context.kind) {
    case 'assistant_calls': {
      const { source, calls, thought } = context;
      const thinking = thought === null ? {} : { thought };
      return { type: 'AssistantMessage', source, content: calls.map(call), ...thinking };
    }
    case 'assistant_text':
      return { type: 'AssistantMessage', source: context.source, content: context.content };
    case 'user_text':
      return { type: 'UserMessage', source: context.source, content: context.content };
    case 'results':
      return { type: 'FunctionExecutionResultMessage', content: context.results.map(result) };
    default:
      return assertNever(context);
  }
}

/** AutoGen keeps JSON contents as values; a memory that was imported has them as text. */
function memoryContent({ content, mimeType }: MemoryContent): Json {
  return { content: mimeType === 'application/json' ? asJson(content) : content, mime_type: mimeType };
}

function asJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
