/** From here on two texts say the same in other words, or its correction: one of them stays. */
export const SAME = 0.85;

/** A text without what does not change what it says: case, spaces, punctuation. */
export function bareText(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

/** How alike two texts are, 0 to 1: the share of their grams that they have in common. In any language. */
export function likeness(one: string, other: string): number {
  const [a, b] = [gramsOf(bareText(one)), gramsOf(bareText(other))];
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * common(a, b)) / (a.size + b.size);
}

/** How much of a text stands in another one, 0 to 1. */
export function contained(part: string, whole: string): number {
  const grams = gramsOf(bareText(part));
  return grams.size === 0 ? 0 : common(grams, gramsOf(bareText(whole))) / grams.size;
}

/** Three characters each, across words; of a shorter text all of it. */
function gramsOf(text: string): Set<string> {
  const letters = [...text];
  if (letters.length === 0) return new Set();
  if (letters.length <= 3) return new Set([text]);
  return new Set(letters.slice(2).map((_last, index) => letters.slice(index, index + 3).join('')));
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((gram) => other.has(gram)).length;
}
