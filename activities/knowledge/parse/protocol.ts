import type { DocumentFormat } from '../../../workflows/domain/knowledge/documentFormat.ts';
import type { DocumentRefusal } from '../../../workflows/domain/knowledge/documentRefusal.ts';
import type { ParsedDocument } from '../../../workflows/domain/knowledge/parsedDocument.ts';
import type { ParseLimits } from './limits.ts';

/** The first line that a reader is given; the document's bytes follow. */
export interface ReaderTask {
  name: string;
  contentType: string | null;
  isPage: boolean;
  limits: ParseLimits;
}

export interface ReadDocument {
  format: DocumentFormat;
  document: ParsedDocument;
}

/** All that a reader answers. */
export type ReaderAnswer =
  ({ kind: 'read' } & ReadDocument) | { kind: 'refused'; refusal: DocumentRefusal; message: string };
