/** The texts of a document that its data leaves out, so that none travels twice: drawn on the server, kept by the browser. */
export interface DocumentTexts {
  /** By the key of their place (textKey). */
  byKey: Map<string, string>;
  /** What Markdown looks like, by the Markdown. */
  html: Map<string, string>;
}

export function emptyDocumentTexts(): DocumentTexts {
  return { byKey: new Map(), html: new Map() };
}
