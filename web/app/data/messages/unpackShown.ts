/** How `shown_json` marks a cut string: U+0001, the size of the whole in bytes, a colon, the beginning. */
const MARKED = /^\u0001(\d+):/;

/** A JSON value without the marks of `shown_json`, and the paths of the strings that were cut. */
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
