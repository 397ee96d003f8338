import { bracketsIn, type Citation } from '../../../../workflows/domain/knowledge/citations.ts';
import { passagePath } from '../../../../workflows/domain/knowledge/passagePath.ts';
import { placeInWords } from './placeInWords.ts';

/** The words that explain a mark on hover and to screen readers. */
export interface CitationWords {
  /** For a passage, by its number and its location. */
  passage: (number: number, place: string) => string;
  page: (page: number) => string;
  unknown: string;
}

const TAG = /<(\/?)([a-z][a-z\d]*)\b[^>]*>/g;
/** Inside these elements nothing is a mark; a mark that is a link already is inside one of them. */
const CLOSED = new Set(['a', 'code', 'pre', 'span']);

/**
 * The HTML of an answer with its marks as links to the passages that they cite; a mark that names no passage is shown
 * as such. `html` must be our own (markdownHtml) and well-formed; marks that are links already are left as they are.
 */
export function withCitations(html: string, citations: readonly Citation[], words: CitationWords): string {
  if (citations.length === 0) return html;
  const byMark = new Map(citations.map((citation) => [citation.mark, citation]));
  let linked = '';
  let from = 0;
  let depth = 0;
  const text = (to: number) => {
    const piece = html.slice(from, to);
    linked += depth > 0 ? piece : linkedText(piece);
    from = to;
  };
  const linkedText = (piece: string): string => {
    let written = '';
    let at = 0;
    for (const { start, end, numbers } of bracketsIn(piece)) {
      if (!numbers.every((number) => byMark.has(number))) continue;
      const marks = numbers.map((number) => markHtml(byMark.get(number), number, words));
      written += piece.slice(at, start) + marks.join('');
      at = end;
    }
    return written + piece.slice(at);
  };
  for (const match of html.matchAll(TAG)) {
    text(match.index);
    const [tag, closing = '', name = ''] = match;
    linked += tag;
    from = match.index + tag.length;
    if (CLOSED.has(name)) depth = Math.max(0, depth + (closing === '/' ? -1 : 1));
  }
  text(html.length);
  return linked;
}

function markHtml(citation: Citation | undefined, number: number, words: CitationWords): string {
  const passage = citation?.passage ?? null;
  if (passage === null) {
    return `<span class="citation-unknown" title="${attribute(words.unknown)}">[${String(number)}]</span>`;
  }
  const label = attribute(words.passage(number, placeInWords(passage, words.page)));
  return `<a class="citation" href="${attribute(passagePath(passage))}" title="${label}" aria-label="${label}">[${String(number)}]</a>`;
}

function attribute(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
