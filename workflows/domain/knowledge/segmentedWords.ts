const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * A text with spaces between its Chinese words, as the knowledge store wants passages and questions: PostgreSQL parses the rest by
 * itself. The words depend on the version of ICU, so that no workflow may call it.
 */
export function segmentedWords(text: string): string {
  return text.replace(
    /\p{Script=Han}+/gu,
    (run) => ` ${Array.from(segmenter.segment(run), ({ segment }) => segment).join(' ')} `,
  );
}
