import { z } from 'zod';
import type { ReadableParts, RequestMessage } from './rebuiltRequest.ts';

const block = z.looseObject({ type: z.string() });
const body = z.object({
  system: z.string().optional(),
  messages: z.array(
    z.object({ role: z.enum(['user', 'assistant']), content: z.union([z.string(), z.array(block)]) }),
  ),
  tools: z
    .array(z.object({ name: z.string(), description: z.string().catch(''), input_schema: z.unknown() }))
    .optional(),
  output_config: z.looseObject({ format: z.unknown().optional() }).optional(),
});

type Block = z.infer<typeof block>;

/** Splits a request of the Messages API into readable parts. */
export function readableClaudeRequest(request: unknown): ReadableParts {
  const { system, messages, tools = [], output_config: output } = body.parse(request);
  const first: RequestMessage[] = system === undefined ? [] : [message('system', system)];
  return {
    messages: [...first, ...messages.flatMap(readableMessages)],
    tools: tools.map(({ name, description, input_schema: schema }) => ({
      name,
      description,
      parameters: JSON.stringify(schema, null, 2) ?? '',
    })),
    format: output?.format === undefined ? null : JSON.stringify(output.format, null, 2),
  };
}

/** Results become messages of their own. */
function readableMessages({ role, content }: z.infer<typeof body>['messages'][number]): RequestMessage[] {
  if (typeof content === 'string') return [message(role, content)];
  const results = content.filter(({ type }) => type === 'tool_result');
  const others = content.filter(({ type }) => type !== 'tool_result');
  const read = results.map((each) => ({
    ...message('tool', textOf(each['content'])),
    toolCallId: textOf(each['tool_use_id']),
  }));
  if (others.length === 0) return read;
  const spokenText: RequestMessage = {
    ...message(role, others.flatMap(wordsOf).join('\n')),
    images: others.filter(({ type }) => type === 'image').length,
    toolCalls: others
      .filter(({ type }) => type === 'tool_use')
      .map((each) => ({
        id: textOf(each['id']),
        name: textOf(each['name']),
        arguments: JSON.stringify(each['input']) ?? '',
      })),
  };
  return [...read, spokenText];
}

function wordsOf(each: Block): string[] {
  const words = each.type === 'thinking' ? textOf(each['thinking']) : textOf(each['text']);
  return words === '' ? [] : [words];
}

function message(role: RequestMessage['role'], content: string): RequestMessage {
  return { role, content, name: null, images: 0, toolCalls: [], toolCallId: null };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
