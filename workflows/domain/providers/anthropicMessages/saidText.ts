/** What blocks of an answer say in words. */
export function saidText(blocks: readonly { readonly [field: string]: unknown }[]): string {
  return blocks
    .map((block) => (block['type'] === 'text' && typeof block['text'] === 'string' ? block['text'] : ''))
    .join('');
}
