import { useContext, useMemo } from 'react';
import type { DocumentTexts } from './documentTexts.ts';
import { DocumentTextsContext } from './DocumentTextsContext.ts';
import { keptText } from './keptTexts.ts';
import { asItIs, markdownHtml } from './markdownHtml.ts';
import { plainHtml } from './plainHtml.ts';
import type { ShownText } from './shownText.ts';

/** A longer text is shown as it is. */
const MOST_READ_HERE_CHARACTERS = 16_000;

/** The HTML of a text of a page, whether it came with its row, beside it, or with the document. */
export function useTextHtml(as: 'markdown' | 'plain', text: string, shown: ShownText | null): string {
  const document = useContext(DocumentTextsContext);
  const { key = null, apart = null } = shown ?? {};
  return useMemo(
    () => (document === null ? inBrowser(as, text, key, apart) : inDocument(as, text, key, document)),
    [as, text, key, apart, document],
  );
}

function inBrowser(
  as: 'markdown' | 'plain',
  text: string,
  key: string | null,
  apart: ShownText['apart'],
): string {
  if (apart !== null) return apart.html ?? (key === null ? '' : (keptText(key) ?? ''));
  if (as === 'plain') return plainHtml(text);
  return text.length > MOST_READ_HERE_CHARACTERS ? asItIs(text) : markdownHtml(text);
}

function inDocument(
  as: 'markdown' | 'plain',
  given: string,
  key: string | null,
  document: DocumentTexts,
): string {
  const text = (key === null ? undefined : document.byKey.get(key)) ?? given;
  if (as === 'plain') return plainHtml(text);
  // If no loader has had the text parsed, it is not parsed here either: this runs on the event loop that all requests
  // share.
  return document.html.get(text) ?? asItIs(text);
}
