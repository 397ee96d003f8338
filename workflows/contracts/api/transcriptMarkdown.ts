import { z } from 'zod';
import { segmentNames } from '../../domain/conversation/scope.ts';
import { type Citation, marksIn } from '../../domain/knowledge/citations.ts';
import type { MessageStatus } from '../../domain/recordStates.ts';

/** What of an entry is written; the API's entries and the pages' messages both are such. */
export interface WrittenEntry {
  /** Its place: what its footnotes are named by. */
  seq: number;
  source: string;
  content: string;
  body: unknown;
  /** The inner team that it belongs to; '' for the outermost team. */
  scope: string;
  status: MessageStatus;
  /** An outer team's message, given to an inner one as its task: written once. */
  copied: boolean;
  /** What the marks in it mean; absent or null: nothing was looked up for it. */
  citations?: readonly Citation[] | null | undefined;
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

/** An entry as Markdown, to follow earlier entries; '' if it is not shown. */
export function entryMarkdown(entry: WrittenEntry): string {
  if (entry.copied || entry.status === 'discarded') return '';
  const body = bodySchema.safeParse(entry.body);
  const to = body.data?.kind === 'handoff' ? ` → ${body.data.target}` : '';
  const within = entry.scope === '' ? '' : ` (in ${scopeNames(entry.scope)})`;
  const status = entry.status === 'final' ? '' : ` [${entry.status}]`;
  return `\n## ${oneLine(`${entry.source}${to}${within}${status}`)}\n\n${text(entry, body.data)}\n`;
}

function text(entry: WrittenEntry, body: z.infer<typeof bodySchema> | undefined): string {
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
  return cited(entry);
}

/** A text whose marks are footnotes, named by the entry, so that no two of a transcript are the same. */
function cited({ seq, content, citations }: WrittenEntry): string {
  const known = new Map((citations ?? []).map((citation) => [citation.mark, citation]));
  const name = (mark: number) => `[^${String(seq)}-${String(mark)}]`;
  const inBrackets = new Map<number, { end: number; numbers: number[] }>();
  for (const { number, start, end } of known.size === 0 ? [] : marksIn(content)) {
    const { numbers } = inBrackets.get(start) ?? { numbers: [] };
    inBrackets.set(start, { end, numbers: [...numbers, number] });
  }
  let written = '';
  let from = 0;
  for (const [start, { end, numbers }] of inBrackets) {
    if (!numbers.every((number) => known.has(number))) continue;
    written += content.slice(from, start) + numbers.map(name).join('');
    from = end;
  }
  const notes = [...known.values()].map((citation) => `${name(citation.mark)}: ${footnote(citation)}`);
  const whole = (written + content.slice(from)).trim();
  return notes.length === 0 ? whole : `${whole}\n\n${notes.join('\n')}`;
}

function footnote({ passage }: Citation): string {
  if (passage === null) return 'No passage has this number.';
  const { title, source, page, headingPath, documentVersion } = passage;
  const place = [title, ...(page === null ? [] : [`page ${String(page)}`]), ...headingPath].join(', ');
  return oneLine(`${place} (${source}, version ${String(documentVersion)})`);
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
