/** In hundredths of a token, so that sums are whole numbers. */
const TOKEN = 100;

/**
 * How many tokens a character counts for, about: what common tokenizers make of English (four letters a token), of Chinese,
 * Japanese and Korean (a token a character), and of all else (two letters a token). Somewhat more than they count, because
 * a passage that is too long for a model is refused.
 */
function weightOf(code: number): number {
  if (code <= 0x20) return 5;
  if (code < 0x80) {
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    return isLetter ? 27 : 50;
  }
  if (code < 0x2e80) return 50;
  // Half of a character that UTF-16 writes as two, often an emoji or a rare sign.
  if (code >= 0xd800 && code <= 0xdfff) return 150;
  return TOKEN;
}

/** Estimates of any part of a text, each in no time. */
export interface TokenScale {
  /** About how many tokens the part has. The parts of a whole have together what the whole has, but for rounding. */
  between(start: number, end: number): number;
  /** The furthest end, so that no more than `tokens` lie between; at least `start`. */
  reach(start: number, tokens: number): number;
}

/** Measures a text once. */
export function tokenScale(text: string): TokenScale {
  const sums = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) sums[at + 1] = (sums[at] ?? 0) + weightOf(text.charCodeAt(at));
  const at = (index: number) => sums[index] ?? 0;
  return {
    between: (start, end) => (at(end) - at(start)) / TOKEN,
    reach: (start, tokens) => {
      const most = at(start) + tokens * TOKEN;
      let low = start;
      let high = text.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (at(middle) <= most) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
