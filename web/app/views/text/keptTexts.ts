const kept = new Map<string, string>();

/** Saves the HTML of a text that came with the document, for when it is rendered again. */
export function keepText(key: string, html: string): void {
  kept.set(key, html);
}

export function keptText(key: string): string | undefined {
  return kept.get(key);
}
