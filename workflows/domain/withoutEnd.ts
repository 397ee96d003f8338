/**
 * A text without the characters of some kind at its end. In linear time, which a regular expression that ends in `+$` is
 * not: it tries each of a run of such characters, wherever the run stands.
 * @example withoutEnd('https://example.org//', '/') // 'https://example.org'
 */
export function withoutEnd(text: string, dropped: string | ((unit: string) => boolean)): string {
  const isDropped = typeof dropped === 'string' ? (unit: string) => dropped.includes(unit) : dropped;
  let end = text.length;
  while (end > 0 && isDropped(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
