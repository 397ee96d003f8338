import type { Passage } from './passage.ts';

/** Where a passage stands: which characters of which version. */
export type PassagePlace = Pick<
  Passage,
  'collectionId' | 'documentId' | 'documentVersion' | 'startOffset' | 'endOffset'
>;

/** The page of the web app that shows a passage in its document, its words marked. */
export function passagePath(passage: PassagePlace): string {
  const { collectionId, documentId, documentVersion, startOffset, endOffset } = passage;
  const place = `version=${String(documentVersion)}&from=${String(startOffset)}&to=${String(endOffset)}`;
  return `/knowledge/${collectionId}/documents/${documentId}?${place}`;
}
