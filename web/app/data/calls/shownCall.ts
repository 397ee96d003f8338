import type { Json } from '../../../../workflows/domain/json.ts';
import { SHOWN_CHARACTERS } from '../../views/text/shownLimits.ts';
import type { RebuiltRequest } from './rebuiltRequest.ts';

/** The most characters of a request or an answer shown as JSON. */
const JSON_CHARACTERS = 40_000;
const MOST_ENTRIES = 400;
const MOST_DEPTH = 8;

/** The beginning of a text with its full length, or the text itself if it is short. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const length = new Intl.NumberFormat('en-US').format(text.length);
  return `${text.slice(0, most)}\n… [the beginning of ${length} characters]`;
}

/** JSON with its strings, lists and depth cut to what is shown. */
export function shownJson(value: Json, depth = 0): Json {
  if (typeof value === 'string') return beginningOf(value, SHOWN_CHARACTERS.beside);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MOST_DEPTH) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((entry) => shownJson(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_ENTRIES)
      .map(([name, entry]) => [name, shownJson(entry, depth + 1)]),
  );
}

/** A request with its texts cut to what its page shows, and with only the last of many messages. */
export function shownRequest(request: RebuiltRequest): RebuiltRequest {
  if (!('json' in request)) return request;
  const { beside, machine } = SHOWN_CHARACTERS;
  return {
    ...request,
    messages: request.messages.slice(-MOST_ENTRIES).map((message) => ({
      ...message,
      content: beginningOf(message.content, beside),
      toolCalls: message.toolCalls.map((call) => ({
        ...call,
        arguments: beginningOf(call.arguments, machine),
      })),
    })),
    tools: request.tools.slice(0, MOST_ENTRIES).map((tool) => ({
      ...tool,
      description: beginningOf(tool.description, machine),
      parameters: beginningOf(tool.parameters, machine),
    })),
    format: request.format === null ? null : beginningOf(request.format, machine),
    json: beginningOf(request.json, JSON_CHARACTERS),
  };
}
