import { z } from 'zod';
import type { ApiEntry } from '../workflows/contracts/api/messages.ts';
import { segmentNames } from '../workflows/domain/conversation/scope.ts';
import { plainText } from './plainText.ts';
import { shortMachineText, shortText } from './shortText.ts';

const callsSchema = z.object({
  kind: z.literal('tool_calls'),
  calls: z.array(z.object({ name: z.string(), arguments: z.string() })),
});
const resultsSchema = z.object({
  kind: z.literal('tool_results'),
  results: z.array(z.object({ name: z.string(), content: z.string(), isError: z.boolean() })),
});
const handoffSchema = z.object({ kind: z.literal('handoff'), target: z.string() });

const ENDINGS: Record<NonNullable<ApiEntry['ending']>, string> = {
  length: 'cut at its token limit',
  content_filter: 'cut by the content filter',
  refusal: 'refusal',
};

/** The mark of an answer that did not end normally; null otherwise. */
export function endingMark({ ending }: Pick<ApiEntry, 'ending'>): string | null {
  return ending === null ? null : `[${ENDINGS[ending]}]`;
}

/** The speaker, as shown in a transcript on a terminal: "writer", or "writer → critic" for a handoff. */
export function entryHead({ source, body, status, scope, ending }: ApiEntry): string {
  const handoff = handoffSchema.safeParse(body);
  const to = handoff.success ? ` → ${handoff.data.target}` : '';
  const within = scope === '' ? '' : ` (in ${withinText(scope)})`;
  const draft = status === 'final' ? '' : ` [${status}]`;
  const mark = endingMark({ ending });
  const end = mark === null ? '' : ` ${mark}`;
  return plainText(`${source}${to}${within}${draft}${end}`);
}

/** The message as text. */
export function entryText({ id, content, body, truncated = {} }: ApiEntry): string {
  const rest = (path: string) => `colloquy text ${id}${path === 'content' ? '' : ` ${path}`}`;
  const machine = (text: string, path: string) => shortMachineText(text, truncated[path], rest(path));
  const calls = callsSchema.safeParse(body);
  if (calls.success) {
    return plainText(
      calls.data.calls
        .map(
          (call, index) =>
            `→ ${call.name}(${machine(call.arguments, `body.calls.${String(index)}.arguments`)})`,
        )
        .join('\n'),
    );
  }
  const results = resultsSchema.safeParse(body);
  if (results.success) {
    return plainText(
      results.data.results
        .map(
          ({ name, content: text, isError }, index) =>
            `← ${name}${isError ? ' failed' : ''}: ${machine(text, `body.results.${String(index)}.content`)}`,
        )
        .join('\n'),
    );
  }
  return plainText(shortText(content, truncated['content'], rest('content')));
}

function withinText(scope: string): string {
  const steps = scope.split('/').map(segmentNames);
  return steps
    .map(({ participant, tool }) => (tool === null ? participant : `${participant}.${tool}`))
    .join('/');
}
