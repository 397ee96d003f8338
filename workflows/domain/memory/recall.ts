import { segmentedWords } from '../knowledge/segmentedWords.ts';
import type { MemoryEntry } from './entry.ts';

/**
 * The entries that a run is given, most useful first: what people have pinned, then what shares words with the run's task (rare
 * words count more), then what people prefer, then what changed last. It depends on the version of ICU, so that no workflow may call it.
 */
export function recalledEntries<Entry extends MemoryEntry>(
  entries: readonly Entry[],
  question: string,
  count: number,
): Entry[] {
  const words = new Map(entries.map(({ id, text }) => [id, wordsOf(text)]));
  const asked = wordsOf(question);
  const occurrences = (word: string) => [...words.values()].filter((each) => each.has(word)).length;
  const weights = new Map(
    [...asked].map((word) => [word, Math.log(1 + entries.length / (1 + occurrences(word)))]),
  );
  const scored = entries.map((entry) => {
    const shared = [...(words.get(entry.id) ?? [])].map((word) => weights.get(word) ?? 0);
    return { entry, score: shared.reduce((sum, weight) => sum + weight, 0) };
  });
  const preferred = ({ kind }: Entry) => Number(kind === 'preferred');
  return scored
    .sort(
      (a, b) =>
        Number(b.entry.pinned) - Number(a.entry.pinned) ||
        b.score - a.score ||
        preferred(b.entry) - preferred(a.entry) ||
        b.entry.changedAtMs - a.entry.changedAtMs,
    )
    .slice(0, count)
    .map(({ entry }) => entry);
}

/** Words that can tell what a text is about; of a language with spaces those of three letters and more, by their first six. */
function wordsOf(text: string): Set<string> {
  const words = segmentedWords(text.normalize('NFKC').toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => /[^\p{ASCII}]/u.test(word) || word.length > 2)
      .map((word) => [...word].slice(0, 6).join('')),
  );
}
