import { fault } from '../../../../languages/fault.ts';

/** The pairs of a text, or its error (languages/fault.ts). */
export type PairsRead = { ok: true; pairs: Record<string, string> } | { ok: false; message: string };

/** Parses `name: value` or `NAME=value`, one per line. */
export function pairsIn(text: string, separator: ':' | '='): PairsRead {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pairs = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(separator);
    const name = line.slice(0, at).trim();
    if (at === -1 || name === '') {
      return { ok: false, message: fault('editor:faults.pairMissing', { line: line.trim(), separator }) };
    }
    if (pairs.has(name)) return { ok: false, message: fault('editor:faults.pairTwice', { name }) };
    const value = line.slice(at + 1);
    pairs.set(name, separator === ':' ? value.trim() : value);
  }
  return { ok: true, pairs: Object.fromEntries(pairs) };
}

/** The reverse of pairsIn. */
export function textOfPairs(pairs: Record<string, unknown>, separator: ':' | '='): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${name}${separator === ':' ? ': ' : '='}${String(value)}`)
    .join('\n');
}
