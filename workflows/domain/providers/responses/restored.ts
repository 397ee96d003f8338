import type { Json } from '../../json.ts';
import type { ProposedCall } from '../../transcript/entry.ts';
import { saidText } from './saidText.ts';

type Item = { [field: string]: Json };

/**
 * The original items of an answer, including reasoning; null if the message differs from them (a person edited it),
 * so that they can't replace it.
 */
export function restoredText(items: Json, content: string): Item[] | null {
  const all = itemsOf(items);
  if (all.some(({ type }) => type === 'function_call')) return null;
  if (saidText(all) !== content) return null;
  return all.some(isMessage) ? withoutLooseReasoning(all) : null;
}

/** The same for an answer with function calls; calls that the message does not hold (any more) are left out. */
export function restoredCalls(items: Json, calls: readonly ProposedCall[]): Item[] | null {
  const all = itemsOf(items);
  const wanted = new Set(calls.map(({ id }) => id));
  const kept = all.filter((item) => item.type !== 'function_call' || wanted.has(callIdOf(item)));
  const found = kept.filter(({ type }) => type === 'function_call');
  return found.length === calls.length && calls.length > 0 ? withoutLooseReasoning(kept) : null;
}

/** The API refuses reasoning that nothing follows. */
function withoutLooseReasoning(items: readonly Item[]): Item[] {
  const last = items.findLastIndex(({ type }) => type !== 'reasoning');
  return items.slice(0, last + 1);
}

function itemsOf(items: Json): Item[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? [item] : [],
  );
}

function isMessage(item: Item): boolean {
  return item.type === 'message';
}

function callIdOf(item: Item): string {
  return typeof item.call_id === 'string' ? item.call_id : '';
}
