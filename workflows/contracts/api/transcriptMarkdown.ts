import { z } from 'zod';
import { segmentNames } from '../../domain/conversation/scope.ts';

/** What of an entry is written; the API's entries and the pages' messages both are such. */
export interface WrittenEntry {
  source: string;
  content: string;
  body: unknown;
  /** The inner team in which it stands; '' outside. */
  scope: string;
  status: string;
  /** An outer team's message, given to an inner one as its task: written once. */
  copied: boolean;
}

const bodySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tool_calls'),
    calls: z.array(z.object({ name: z.string(), arguments: z.string() })),
  }),
  z.object({
    kind: z.literal('tool_results'),
    results: z.array(z.object({ name: z.string(), content: z.string(), isError: z.boolean() })),
  }),
  z.object({ kind: z.literal('handoff'), target: z.string() }),
]);

/** The head of a transcript as Markdown: its title. */
export function markdownTitle(title: string): string {
  return `# ${oneLine(title)}\n`;
}

/** An entry as Markdown, to stand after those before it; '' where it is not shown. */
export function entryMarkdown(entry: WrittenEntry): string {
  if (entry.copied || entry.status === 'discarded') return '';
  const body = bodySchema.safeParse(entry.body);
  const to = body.data?.kind === 'handoff' ? ` → ${body.data.target}` : '';
  const within = entry.scope === '' ? '' : ` (in ${scopeNames(entry.scope)})`;
  const status = entry.status === 'final' ? '' : ` [${entry.status}]`;
  return `\n## ${oneLine(`${entry.source}${to}${within}${status}`)}\n\n${text(entry.content, body.data)}\n`;
}

function text(content: string, body: z.infer<typeof bodySchema> | undefined): string {
  if (body?.kind === 'tool_calls') {
    return body.calls
      .map((call) => `Calls \`${call.name}\`:\n\n${fenced(call.arguments, 'json')}`)
      .join('\n\n');
  }
  if (body?.kind === 'tool_results') {
    return body.results
      .map(
        (result) => `\`${result.name}\` ${result.isError ? 'failed' : 'gave'}:\n\n${fenced(result.content)}`,
      )
      .join('\n\n');
  }
  return content.trim();
}

/** A code block that the text itself can't end. */
function fenced(content: string, language = ''): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

function scopeNames(scope: string): string {
  return scope
    .split('/')
    .map(segmentNames)
    .map(({ participant, tool }) => (tool === null ? participant : `${participant}.${tool}`))
    .join('/');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
