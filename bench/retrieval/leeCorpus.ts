import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RetrievalSet } from './retrievalSet.ts';

/**
 * The judged similarity from which a document counts as an answer to another (the mean of about ten people, from 0.2
 * to 1).
 */
const RELEVANT = 0.5;

/**
 * The Lee corpus: fifty short news stories whose similarity was judged by people, pair by pair (Lee, Pincombe and
 * Welsh, 2005). Each story is a question for the other 49; its gains are the judged similarities from 0.5 on, and
 * stories without such a neighbour are not used as questions. As in the original publication, 300 more stories are in
 * the collection, only for their word frequencies: nobody judged them, and the filter excludes them from the answers.
 */
export function readLeeCorpus(folder: string): RetrievalSet {
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  const stories = lines('lee.cor');
  const upper = lines('similarities0-1.txt').map((line) => line.trim().split(/\s+/).map(Number));
  const similarity = (a: number, b: number) => upper[Math.min(a, b)]?.[Math.max(a, b)] ?? 0;
  const others = (one: number) => [...stories.keys()].filter((other) => other !== one);
  return {
    name: 'lee',
    language: 'english',
    entries: [
      ...stories.map((content, one) => ({
        key: `story ${String(one)}`,
        content,
        metadata: { answers: others(one) },
      })),
      ...lines('lee_background.cor').map((content, one) => ({
        key: `background ${String(one)}`,
        content,
        metadata: {},
      })),
    ],
    questions: stories.flatMap((text, one) => {
      const judged = others(one).map((other) => [`story ${String(other)}`, similarity(one, other)] as const);
      const gains = new Map(judged.filter(([, gain]) => gain >= RELEVANT));
      return gains.size === 0 ? [] : [{ text, kind: 'story', gains, filter: { answers: [one] } }];
    }),
  };
}
