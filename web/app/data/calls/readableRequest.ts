import { z } from 'zod';
import type { ProviderName } from '../../../../workflows/domain/providers/providerName.ts';
import { readableClaudeRequest } from './readableClaudeRequest.ts';
import { readableResponsesRequest } from './readableResponsesRequest.ts';
import type { ReadableParts, RebuiltRequest, RequestMessage, RequestTool } from './rebuiltRequest.ts';

const part = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image_url') }),
]);

const toolCall = z.object({
  id: z.string(),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

const message = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(part), z.null()]),
  name: z.string().optional(),
  tool_calls: z.array(toolCall).optional(),
  tool_call_id: z.string().optional(),
});

const tool = z.object({
  function: z.object({
    name: z.string(),
    description: z.string().catch(''),
    parameters: z.unknown(),
  }),
});

const body = z.object({
  messages: z.array(message),
  tools: z.array(tool).optional(),
  response_format: z.unknown().optional(),
});

/** Base64 data longer than this is left out; it tells a reader nothing. */
const LONG_DATA =
  /(data:[\w/.+-]+;base64,|"(?:data|file_data|encrypted_content|signature)": ")[A-Za-z0-9+/=_-]{120,}/g;

/** Splits the body of a request into readable parts. */
export function readableRequest(
  request: unknown,
  provider: ProviderName,
): Omit<Extract<RebuiltRequest, { json: string }>, 'kind'> {
  const json = JSON.stringify(request, null, 2).replace(LONG_DATA, '$1…');
  return { ...readers[provider](request), json };
}

const readers = {
  chat_completions: readableChatRequest,
  responses: readableResponsesRequest,
  anthropic_messages: readableClaudeRequest,
} satisfies Record<ProviderName, (request: unknown) => ReadableParts>;

function readableChatRequest(request: unknown): ReadableParts {
  const parsed = body.parse(request);
  return {
    messages: parsed.messages.map(readableMessage),
    tools: (parsed.tools ?? []).map(readableTool),
    format: parsed.response_format === undefined ? null : JSON.stringify(parsed.response_format, null, 2),
  };
}

function readableMessage(sent: z.infer<typeof message>): RequestMessage {
  const { role, content, name = null } = sent;
  const parts = Array.isArray(content) ? content : [{ type: 'text' as const, text: content ?? '' }];
  return {
    role,
    name,
    content: parts.flatMap((each) => (each.type === 'text' ? [each.text] : [])).join('\n'),
    images: parts.filter(({ type }) => type === 'image_url').length,
    toolCalls: (sent.tool_calls ?? []).map(({ id, function: called }) => ({ id, ...called })),
    toolCallId: sent.tool_call_id ?? null,
  };
}

function readableTool({ function: offered }: z.infer<typeof tool>): RequestTool {
  const { name, description, parameters } = offered;
  return { name, description, parameters: JSON.stringify(parameters, null, 2) ?? '' };
}
