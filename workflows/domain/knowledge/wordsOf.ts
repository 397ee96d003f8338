const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A piece of a text: a word, or what stands between words. */
export interface TextPiece {
  text: string;
  isWord: boolean;
}

/** A text in its pieces, which together are the text. They depend on the version of ICU, so that no workflow may call it. */
export function piecesOf(text: string): TextPiece[] {
  return Array.from(segmenter.segment(text), ({ segment, isWordLike }) => ({
    text: segment,
    isWord: isWordLike === true,
  }));
}

/** Longer ones are no words. */
const LONGEST = 100;

/** The words of a text, in lower case and in their order; no workflow may call it. */
export function wordsOf(text: string): string[] {
  return piecesOf(text).flatMap(({ text: word, isWord }) =>
    isWord && word.length <= LONGEST ? [word.toLowerCase()] : [],
  );
}
