import type { ParsedDocument } from '../../../workflows/domain/knowledge/parsedDocument.ts';
import type { ParseLimits } from './limits.ts';

/** A document as it was brought, with what is said about it. */
export interface RawDocument {
  bytes: Buffer;
  /** The file's name, or the address. */
  name: string;
  /** What a server said, or null. */
  contentType: string | null;
  /** Whether a page's own text is told from what stands around it: menus, notices, lists of further pages. */
  isPage: boolean;
}

/** Reads the documents of one format, or throws RefusedDocument. Its text need not be storable yet. */
export type DocumentParser = (document: RawDocument, limits: ParseLimits) => Promise<ParsedDocument>;
