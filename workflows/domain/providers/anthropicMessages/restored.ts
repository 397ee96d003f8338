import type { Json } from '../../json.ts';
import type { ProposedCall } from '../../transcript/entry.ts';
import type { Block } from './blocks.ts';
import { saidText } from './saidText.ts';

/**
 * The original blocks of an answer, including thoughts with their signatures; null if the message differs from them
 * (a person edited it), so that they can't replace it.
 */
export function restoredText(items: Json, content: string): Block[] | null {
  const blocks = blocksOf(items);
  const said = blocks.filter(({ type }) => type !== 'tool_use');
  if (saidText(said) !== content || said.length < blocks.length) return null;
  return said.every(isThought) ? null : said;
}

/** The same for an answer with tool calls; calls that the message does not hold (any more) are left out. */
export function restoredCalls(items: Json, calls: readonly ProposedCall[]): Block[] | null {
  const blocks = blocksOf(items);
  const wanted = new Set(calls.map(({ id }) => id));
  const found = blocks.filter((block) => block.type === 'tool_use' && wanted.has(idOf(block)));
  if (found.length !== calls.length || calls.length === 0) return null;
  return blocks.filter((block) => block.type !== 'tool_use' || wanted.has(idOf(block)));
}

/** Whether a block is a thought, readable or not. */
export function isThought(block: { type?: unknown }): boolean {
  return block.type === 'thinking' || block.type === 'redacted_thinking';
}

function blocksOf(items: Json): { [field: string]: Json }[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? [item] : [],
  );
}

function idOf(block: { [field: string]: Json }): string {
  return typeof block.id === 'string' ? block.id : '';
}
