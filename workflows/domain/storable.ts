const NUL = /\0/g;
const REPLACEMENT = '\uFFFD';

/** A text from outside as PostgreSQL can keep it: each NUL, and each half of a surrogate pair, is U+FFFD. */
export function storableText(text: string): string {
  return text.replace(NUL, REPLACEMENT).toWellFormed();
}

/**
 * The same for a value that is stored as jsonb: each text in it, including keys. If two keys become equal, the later
 * one wins. It does not recurse, so that no nesting can overflow its stack.
 */
export function storableJson<Value>(value: Value): Value {
  const pending: Container[] = [];
  const copy = copyOf(value, pending);
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    for (const [key, child] of Object.entries(each.from)) {
      const made = copyOf(child, pending);
      if (Array.isArray(each.to)) each.to.push(made);
      else put(each.to, storableText(key), made);
    }
  }
  return copy as Value;
}

/** A list or object whose members are still to be copied. */
interface Container {
  from: object;
  to: unknown[] | object;
}

function copyOf(value: unknown, pending: Container[]): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  const to: unknown[] | object = Array.isArray(value) ? [] : {};
  pending.push({ from: value, to });
  return to;
}

/** Defines it where assigning would not: a key may be "__proto__". */
function put(to: object, key: string, value: unknown): void {
  Object.defineProperty(to, key, { value, writable: true, enumerable: true, configurable: true });
}
