/** A run of letters, as the PDF places it. */
export interface TextItem {
  str: string;
  /** A matrix: the last two are the place of its beginning, from the lower left. */
  transform: readonly number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

export interface Line {
  words: string;
  /** Of its letters. */
  height: number;
  /** From the page's lower edge. */
  y: number;
}

/** The lines of a page, in the order in which they are written. */
export function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  let endX = 0;
  for (const { str, transform, width, height, hasEOL } of items) {
    const x = transform[4] ?? 0;
    const y = transform[5] ?? 0;
    if (str !== '') {
      const isSame: boolean =
        line !== null && Math.abs(y - line.y) < Math.max(height, line.height) * 0.5 && x >= endX - height;
      if (line !== null && isSame) {
        const gap = x - endX;
        const isApart = gap > 0.2 * line.height && !/\s$/.test(line.words) && !/^\s/.test(str);
        line.words += isApart ? ` ${str}` : str;
        line.height = Math.max(line.height, height);
      } else {
        if (line !== null) lines.push(line);
        line = { words: str, height, y };
      }
      endX = x + width;
    }
    if (hasEOL && line !== null) {
      lines.push(line);
      line = null;
    }
  }
  if (line !== null) lines.push(line);
  return lines
    .map((each) => ({ ...each, words: each.words.replace(/\s+/g, ' ').trim() }))
    .filter(({ words }) => words !== '');
}

const MOST_LEVELS = 4;
/** A longer paragraph is none, however large its letters are. */
const MOST_HEADING = 200;

/** Which heights of letters are headings', and of which level: those well above the height that most of the text has. */
export function headingHeights(pages: readonly (readonly Line[])[]): Map<number, number> {
  const characters = new Map<number, number>();
  for (const { height, words } of pages.flat()) {
    characters.set(rounded(height), (characters.get(rounded(height)) ?? 0) + words.length);
  }
  const all = [...characters.values()].reduce((sum, count) => sum + count, 0);
  const [usual] = [...characters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  const larger = [...characters]
    .filter(([height, count]) => height >= 1.15 * usual && count < 0.2 * all)
    .map(([height]) => height)
    .sort((a, b) => b - a)
    .slice(0, MOST_LEVELS);
  return new Map(larger.map((height, index) => [height, index + 1]));
}

export interface Paragraph {
  words: string;
  /** Of a heading. */
  level?: number;
}

/** Lines joined to paragraphs: a wider gap, another height of letters or another column begins a new one. */
export function paragraphsOf(lines: readonly Line[], levels: ReadonlyMap<number, number>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const usual = usualGap(lines);
  let last: Line | null = null;
  for (const line of lines) {
    const gap: number = last === null ? 0 : last.y - line.y;
    const isNext =
      last !== null &&
      rounded(last.height) === rounded(line.height) &&
      gap > 0 &&
      gap < 1.3 * Math.max(usual, line.height) &&
      !BEGINS_ITEM.test(line.words);
    const paragraph = paragraphs.at(-1);
    if (isNext && paragraph) {
      paragraph.words = continued(paragraph.words, line.words);
    } else {
      const level = line.words.length <= MOST_HEADING ? levels.get(rounded(line.height)) : undefined;
      paragraphs.push({ words: line.words, ...(level !== undefined && { level }) });
    }
    last = line;
  }
  return paragraphs;
}

/** From one line to the next within a paragraph: most gaps of a page are that, or wider. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .map(({ y }, index) => (lines[index - 1]?.y ?? y) - y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 0;
}

const BEGINS_ITEM = /^(?:[•▪◦‣·–*-]\s|\d{1,3}[.)]\s)/;
const CHINESE_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！）》」』”]$/u;
const CHINESE_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！（《「『“]/u;

/** A word that was divided at a line's end is one again; Chinese goes on without a space. */
function continued(before: string, line: string): string {
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  if (CHINESE_END.test(before) && CHINESE_START.test(line)) return before + line;
  return `${before} ${line}`;
}

function rounded(height: number): number {
  return Math.round(height * 2) / 2;
}
