import { piecesOf } from '../../../../workflows/domain/knowledge/wordsOf.ts';

/** A part of a text, marked or not. */
export interface MarkedRun {
  text: string;
  marked: boolean;
}

/**
 * A text with some of its words marked, as few parts as there can be. `words` are in lower case. For the server: a browser may
 * divide words differently.
 */
export function markedRuns(text: string, words: ReadonlySet<string>): MarkedRun[] {
  const runs: MarkedRun[] = [];
  for (const piece of piecesOf(text)) {
    const marked = piece.isWord && words.has(piece.text.toLowerCase());
    const last = runs.at(-1);
    if (last?.marked === marked) last.text += piece.text;
    else runs.push({ text: piece.text, marked });
  }
  return runs;
}
