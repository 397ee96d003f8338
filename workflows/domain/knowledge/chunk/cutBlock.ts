import type { BlockKind } from '../parsedDocument.ts';
import type { TokenScale } from './tokenWeights.ts';

/** A part of a text; the end is exclusive. */
export interface Place {
  start: number;
  end: number;
}

/** Which kinds are cut at the ends of lines alone, where they have any. */
const BY_LINES: Record<BlockKind, boolean> = {
  heading: false,
  paragraph: false,
  list: true,
  table: true,
  code: true,
  row: true,
};
const ENDS = /[.!?…]/;
const CHINESE_ENDS = /[。！？；]/;
const CLOSING = /["'’”」』）)\]]/;

/** A block in sentences or lines, none of more than `most` tokens, with nothing left out between them. */
export function cutBlock(
  text: string,
  block: Place & { kind: BlockKind },
  scale: TokenScale,
  most: number,
): Place[] {
  const places: Place[] = [];
  const sentences = BY_LINES[block.kind] ? linesIn(text, block) : sentencesIn(text, block);
  for (const sentence of sentences) {
    let { start } = sentence;
    while (scale.between(start, sentence.end) > most) {
      const end = cutBefore(text, start, scale.reach(start, most));
      places.push({ start, end });
      start = end;
    }
    if (start < sentence.end) places.push({ start, end: sentence.end });
  }
  return places;
}

/** Each with the white space behind it. */
export function sentencesIn(text: string, { start, end }: Place): Place[] {
  const places: Place[] = [];
  let from = start;
  let at = start;
  while (at < end) {
    const letter = text.charAt(at);
    at += 1;
    const isChineseEnd = CHINESE_ENDS.test(letter);
    if (!isChineseEnd && !ENDS.test(letter) && letter !== '\n') continue;
    while (at < end && (CLOSING.test(text.charAt(at)) || CHINESE_ENDS.test(text.charAt(at)))) at += 1;
    if (!isChineseEnd && letter !== '\n' && at < end && !/\s/.test(text.charAt(at))) continue;
    while (at < end && /\s/.test(text.charAt(at))) at += 1;
    places.push({ start: from, end: at });
    from = at;
  }
  if (from < end) places.push({ start: from, end });
  return places;
}

function linesIn(text: string, { start, end }: Place): Place[] {
  const places: Place[] = [];
  let from = start;
  while (from < end) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline >= end ? end : newline + 1;
    places.push({ start: from, end: to });
    from = to;
  }
  return places;
}

/** At the last white space before `end` where one is near, and never within a character. */
function cutBefore(text: string, start: number, end: number): number {
  for (let at = end; at > start + (end - start) / 2; at -= 1) {
    if (/\s/.test(text.charAt(at - 1))) return at;
  }
  const isHalf = /[\uDC00-\uDFFF]/.test(text.charAt(end)) && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  const whole = isHalf ? end - 1 : end;
  // Something is always taken, so that cutting comes to its end.
  return whole > start ? whole : start + (/[\uD800-\uDBFF]/.test(text.charAt(start)) ? 2 : 1);
}
