/** How `shown_json` marks a string that it has cut: U+0001, the bytes of the whole, a colon, the beginning. */
const MARKED = /^\u0001(\d+):/;

/** A JSON value without the marks of `shown_json`, and which of its strings are not whole, by their path. */
export function unpackShown(value: unknown, path: string, cuts: Record<string, number>): unknown {
  if (typeof value === 'string') {
    const [mark, bytes] = MARKED.exec(value) ?? [];
    if (mark === undefined) return value;
    const text = value.slice(mark.length);
    if (Buffer.byteLength(text) < Number(bytes)) cuts[path] = Number(bytes);
    return text;
  }
  // No deeper than shown_json goes.
  if (Array.isArray(value)) {
    return value.map((entry, index) => unpackShown(entry, `${path}.${String(index)}`, cuts));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, unpackShown(entry, `${path}.${name}`, cuts)]),
    );
  }
  return value;
}
