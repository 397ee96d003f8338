import type { Passage } from './passage.ts';

/** Where a mark in an answer leads: a passage without its text, its number and how well it fitted. */
export type CitedPassage = Omit<Passage, 'number' | 'text' | 'similarity' | 'bm25' | 'score'>;

/** A mark such as [2] in an answer, once for each number; `passage` is null where the number names none. */
export interface Citation {
  mark: number;
  passage: CitedPassage | null;
}

/** A mark in a text: its number, and from where to where it stands (the end is exclusive). */
export interface Mark {
  number: number;
  start: number;
  end: number;
}

const ITEM = String.raw`\d{1,4}(?:\s?[-–—~～]\s?\d{1,4})?`;
/** A mark: numbers and ranges in brackets, some of which models know from elsewhere: 【1†source】. */
const MARK = String.raw`[[［【]\s?(${ITEM}(?:\s?[,，、;；]\s?${ITEM})*)\s?(?:†[^\][［］【】\n]{0,200})?[\]］】]`;
/** Longer ranges are none: years, pages. */
const LONGEST_RANGE = 20;

/**
 * What looks like marks in a text without code, in its order: numbers in brackets, several with commas between them, ranges as
 * the numbers that they stand for.
 */
export function bracketsIn(text: string): { start: number; end: number; numbers: number[] }[] {
  return [...text.matchAll(new RegExp(MARK, 'g'))].flatMap((match) => {
    const numbers = (match[1] ?? '').split(/[,，、;；]/).flatMap(numbersOf);
    const start = match.index;
    return numbers.includes(Number.NaN) ? [] : [{ start, end: start + match[0].length, numbers }];
  });
}

/** The numbers of "2" or of "2-4"; not a number where a range is none. */
function numbersOf(item: string): number[] {
  const [first = Number.NaN, last = first] = item.split(/[-–—~～]/).map(Number);
  if (last < first || last - first >= LONGEST_RANGE) return [Number.NaN];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * The marks in Markdown, in their order: whole numbers in brackets, several with commas between them, ranges. What stands in code, and
 * what is a link, a footnote or a link's definition, is none.
 */
export function marksIn(text: string): Mark[] {
  const plain = withoutCode(text);
  return bracketsIn(plain).flatMap(({ start, end, numbers }) =>
    isLink(plain, start, end) ? [] : numbers.map((number) => ({ number, start, end })),
  );
}

/** What the marks of an answer mean, in the order in which they first stand in it. */
export function citationsIn(text: string, passages: readonly Passage[]): Citation[] {
  const byNumber = new Map(passages.map((passage) => [passage.number, passage]));
  const numbers = [...new Set(marksIn(text).map(({ number }) => number))];
  return numbers.map((mark) => {
    const passage = byNumber.get(mark);
    return { mark, passage: passage === undefined ? null : cited(passage) };
  });
}

function cited(passage: Passage): CitedPassage {
  const {
    number: _number,
    text: _text,
    similarity: _similarity,
    bm25: _bm25,
    score: _score,
    ...rest
  } = passage;
  return rest;
}

/** The text with blanks in place of its code: fenced, by indentation of a fence's kind, or within a line. */
function withoutCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  const lines = text.split('\n');
  let fence: { character: string; length: number } | null = null;
  const unfenced = lines.map((line) => {
    const found = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))(.*)$/.exec(line);
    const [, run = '', rest = ''] = found ?? [];
    if (fence !== null) {
      const closes = run[0] === fence.character && run.length >= fence.length && rest.trim() === '';
      if (closes) fence = null;
      return blank(line);
    }
    if (found === null || (run.startsWith('`') && rest.includes('`'))) return line;
    fence = { character: run[0] ?? '`', length: run.length };
    return blank(line);
  });
  return withoutSpans(unfenced.join('\n'), blank);
}

/** Code within a line: what stands between two backtick runs of the same length, in one paragraph. In linear time. */
function withoutSpans(text: string, blank: (code: string) => string): string {
  const paragraphs = text.split(/(\n[^\S\n]*\n)/);
  return paragraphs.map((paragraph) => withoutSpansOfParagraph(paragraph, blank)).join('');
}

function withoutSpansOfParagraph(text: string, blank: (code: string) => string): string {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
  const next = nextOfSameLength(runs.map(({ length }) => length));
  let plain = '';
  let from = 0;
  for (const [index, open] of runs.entries()) {
    const close = runs[next[index] ?? -1];
    if (open.at < from || close === undefined) continue;
    const end = close.at + close.length;
    plain += text.slice(from, open.at) + blank(text.slice(open.at, end));
    from = end;
  }
  return plain + text.slice(from);
}

/** For each length, where the same one comes next; -1 where it does not. */
function nextOfSameLength(lengths: readonly number[]): number[] {
  const next = lengths.map(() => -1);
  const last = new Map<number, number>();
  for (const [index, length] of lengths.entries()) {
    const before = last.get(length);
    if (before !== undefined) next[before] = index;
    last.set(length, index);
  }
  return next;
}

const MARK_BEGINS = new RegExp(`^${MARK}`);
const MARK_ENDS = new RegExp(`${MARK}$`);
/** As far back as a mark before may begin. */
const LONGEST_BEFORE = 60;

/** `[1](…)`, `[1][ref]` where that is no mark, `[text][1]`, `[1]: …`, and what a backslash has taken its meaning from. */
function isLink(text: string, start: number, end: number): boolean {
  if (text[start] !== '[') return false;
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 1);
  if (after === '(' || before === '\\') return true;
  if (after === ':' && /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, start - 4), start))) return true;
  if (after === '[') return !MARK_BEGINS.test(text.slice(end, end + 300));
  return before === ']' && !MARK_ENDS.test(text.slice(Math.max(0, start - LONGEST_BEFORE), start));
}
