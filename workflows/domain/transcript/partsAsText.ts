import type { ContentPart } from './entry.ts';

/** What a model without eyes reads, and what the message is as text. */
export function partsAsText(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '<image>')).join('\n');
}
