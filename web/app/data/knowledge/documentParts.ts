/** A place in a document's text, in UTF-16 code units; the end is exclusive. */
export interface TextRange {
  from: number;
  to: number;
}

/** A passage, as far as a document's page shows it. */
export interface PassagePlace {
  ordinal: number;
  startOffset: number;
  endOffset: number;
  page: number | null;
  headingPath: readonly string[];
}

/** Words of a document, marked where they lie in the range that was asked for. */
export interface TextRun {
  text: string;
  marked: boolean;
}

/** From the beginning of a passage to that of the next one; `passage` is null before the first, and where none are kept. */
export interface DocumentPart {
  passage: PassagePlace | null;
  runs: TextRun[];
  /** How many of the passage's last characters are the beginning of the next one too. */
  overlap: number;
}

/** Characters of a page of text, about. */
export const PAGE_CHARACTERS = 24_000;
/** How far before that a page may end, so that it ends at the end of a line. */
const LINE_REACH = 2_000;

export function countTextPages(text: string): number {
  return Math.max(1, Math.ceil(text.length / PAGE_CHARACTERS));
}

/** What a page of a text holds, from 1. Pages end at the end of a line where there is one. */
export function textPage(text: string, page: number): TextRange {
  return { from: pageBoundary(text, page - 1), to: pageBoundary(text, page) };
}

/** The page that an offset stands on, from 1. */
export function pageOfOffset(text: string, offset: number): number {
  const pages = countTextPages(text);
  const guess = Math.min(pages, Math.max(1, Math.floor(offset / PAGE_CHARACTERS) + 1));
  return guess < pages && offset >= textPage(text, guess).to ? guess + 1 : guess;
}

function pageBoundary(text: string, page: number): number {
  const at = page * PAGE_CHARACTERS;
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const line = text.lastIndexOf('\n', at - 1);
  if (line >= at - LINE_REACH) return line + 1;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/**
 * A page of a text, in parts that begin where its passages do. Each character stands in one part, although passages may overlap.
 * `passages` are those that have something in the page, in their order.
 */
export function documentParts(
  text: string,
  page: TextRange,
  passages: readonly PassagePlace[],
  mark: TextRange | null,
): DocumentPart[] {
  const parts: DocumentPart[] = [];
  const add = (passage: PassagePlace | null, range: TextRange, overlap: number) => {
    const shown = { from: Math.max(range.from, page.from), to: Math.min(range.to, page.to) };
    if (shown.from < shown.to) parts.push({ passage, runs: textRuns(text, shown, mark), overlap });
  };
  const [first] = passages;
  add(null, { from: page.from, to: first?.startOffset ?? page.to }, 0);
  passages.forEach((passage, index) => {
    const next = passages[index + 1];
    const to = next?.startOffset ?? Math.max(passage.endOffset, page.to);
    add(passage, { from: passage.startOffset, to }, Math.max(0, passage.endOffset - to));
  });
  return parts;
}

function textRuns(text: string, { from, to }: TextRange, mark: TextRange | null): TextRun[] {
  const clamp = (offset: number) => Math.min(Math.max(offset, from), to);
  const markFrom = mark === null ? to : clamp(mark.from);
  const markTo = mark === null ? to : Math.max(markFrom, clamp(mark.to));
  return [
    { text: text.slice(from, markFrom), marked: false },
    { text: text.slice(markFrom, markTo), marked: true },
    { text: text.slice(markTo, to), marked: false },
  ].filter((run) => run.text !== '');
}
