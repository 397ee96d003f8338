import { z } from 'zod';
import type { ReadableParts, RequestMessage } from './rebuiltRequest.ts';

const item = z.looseObject({ type: z.string().optional(), role: z.string().optional() });
const body = z.object({
  input: z.array(item),
  tools: z
    .array(z.object({ name: z.string(), description: z.string().catch(''), parameters: z.unknown() }))
    .optional(),
  text: z.looseObject({ format: z.unknown().optional() }).optional(),
});

/** Splits a request of the Responses API into readable parts. */
export function readableResponsesRequest(request: unknown): ReadableParts {
  const { input, tools = [], text } = body.parse(request);
  return {
    messages: input.map(readableItem),
    tools: tools.map(({ name, description, parameters }) => ({
      name,
      description,
      parameters: JSON.stringify(parameters, null, 2) ?? '',
    })),
    format: text?.format === undefined ? null : JSON.stringify(text.format, null, 2),
  };
}

function readableItem(each: z.infer<typeof item>): RequestMessage {
  const blank = { name: null, content: '', images: 0, toolCalls: [], toolCallId: null };
  switch (each.type ?? 'message') {
    case 'function_call': {
      const { call_id: id, name, arguments: given } = each;
      return {
        ...blank,
        role: 'assistant',
        toolCalls: [{ id: textOf(id), name: textOf(name), arguments: textOf(given) }],
      };
    }
    case 'function_call_output':
      return {
        ...blank,
        role: 'tool',
        content: textOf(each['output']),
        toolCallId: textOf(each['call_id']),
      };
    case 'reasoning':
      return { ...blank, role: 'assistant', content: partsOf(each['summary']).map(wordsOf).join('\n') };
    default: {
      const parts = partsOf(each['content']);
      return {
        ...blank,
        role: each.role === 'system' || each.role === 'assistant' ? each.role : 'user',
        content: textOf(each['content']) || parts.map(wordsOf).join('\n'),
        images: parts.filter(({ type }) => type === 'input_image').length,
      };
    }
  }
}

function partsOf(value: unknown): Record<string, unknown>[] {
  const parts: unknown[] = Array.isArray(value) ? value : [];
  return parts.flatMap((part) =>
    typeof part === 'object' && part !== null ? [part as Record<string, unknown>] : [],
  );
}

function wordsOf(part: Record<string, unknown>): string {
  return textOf(part['text']) || textOf(part['refusal']);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
