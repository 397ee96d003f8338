/**
 * The texts that a document's data leaves out, so that none is sent twice: rendered on the server, saved by the
 * browser.
 */
export interface DocumentTexts {
  /** By the key of their address (textKey). */
  byKey: Map<string, string>;
  /** Rendered Markdown, by its source. */
  html: Map<string, string>;
}

export function emptyDocumentTexts(): DocumentTexts {
  return { byKey: new Map(), html: new Map() };
}
