import type { TextRange } from './documentParts.ts';

/** What the address of a document's page asks for. */
export interface DocumentRequest {
  /** Null: the version that look-ups find. */
  version: number | null;
  /** Of the text, from 1; null: the first one, or that of the marked words. */
  page: number | null;
  mark: TextRange | null;
}

/** Reads it; what makes no sense in it is left out. */
export function parseDocumentRequest(params: URLSearchParams): DocumentRequest {
  const from = wholeNumber(params.get('from'), 0);
  const to = wholeNumber(params.get('to'), 0);
  return {
    version: wholeNumber(params.get('version'), 1),
    page: wholeNumber(params.get('page'), 1),
    mark: from !== null && to !== null && from < to ? { from, to } : null,
  };
}

function wholeNumber(text: string | null, least: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  const number = Number(text);
  return number >= least ? number : null;
}
