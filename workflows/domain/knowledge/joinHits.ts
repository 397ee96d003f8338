import type { FoundPassage } from './passage.ts';

/** An entry of the store. */
export interface StoredEntry {
  id: string;
  collectionId: string;
  documentId: string;
  documentVersion: number;
  ordinal: number;
  content: string;
  startOffset: number;
  endOffset: number;
  page: number | null;
  headingPath: string[];
}

/** An entry that was found. */
export interface Hit extends StoredEntry {
  title: string;
  source: string;
  similarity: number;
  bm25: number;
  score: number;
}

/**
 * Entries that were found, with those around them: what follows one another in a document becomes one passage, so that nothing is
 * read twice. Best first; a passage is as good as the best entry in it.
 */
export function joinHits(hits: readonly Hit[], around: readonly StoredEntry[] = []): FoundPassage[] {
  const entries = new Map<string, StoredEntry>();
  for (const entry of [...around, ...hits]) entries.set(entry.id, entry);
  const inOrder = [...entries.values()].sort(
    (a, b) =>
      a.documentId.localeCompare(b.documentId) ||
      a.documentVersion - b.documentVersion ||
      a.ordinal - b.ordinal,
  );
  const runs: StoredEntry[][] = [];
  for (const entry of inOrder) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && follows(last, entry)) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  return runs
    .flatMap((run) => {
      const found = run.flatMap(({ id }) => byId.get(id) ?? []);
      const [best] = [...found].sort((a, b) => b.score - a.score);
      return best === undefined ? [] : [passageOf(run, best)];
    })
    .sort((a, b) => b.score - a.score);
}

function follows(before: StoredEntry, after: StoredEntry): boolean {
  return (
    before.documentId === after.documentId &&
    before.documentVersion === after.documentVersion &&
    before.ordinal + 1 === after.ordinal
  );
}

function passageOf(run: readonly StoredEntry[], best: Hit): FoundPassage {
  const first = run[0] ?? best;
  return {
    entryIds: run.map(({ id }) => id),
    collectionId: best.collectionId,
    documentId: best.documentId,
    documentVersion: best.documentVersion,
    title: best.title,
    source: best.source,
    startOffset: Math.min(...run.map(({ startOffset }) => startOffset)),
    endOffset: Math.max(...run.map(({ endOffset }) => endOffset)),
    page: first.page,
    headingPath: best.headingPath,
    text: textOf(run),
    similarity: best.similarity,
    bm25: best.bm25,
    score: best.score,
  };
}

/** What entries that follow one another say together: those of running text share a sentence or two. */
function textOf(run: readonly StoredEntry[]): string {
  let text = '';
  let before: StoredEntry | undefined;
  for (const entry of run) {
    const { content, startOffset } = entry;
    const shared = before === undefined ? 0 : before.endOffset - startOffset;
    if (shared > 0 && text.endsWith(content.slice(0, shared))) text += content.slice(shared);
    else text += before === undefined ? content : `\n\n${content}`;
    before = entry;
  }
  return text;
}
