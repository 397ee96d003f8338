import { z } from 'zod';

/** A passage as it stands in the store. Offsets are UTF-16 code units of the version's text; the end is exclusive. */
export interface Entry {
  id: string;
  collectionId: string;
  documentId: string;
  documentVersion: number;
  ordinal: number;
  content: string;
  startOffset: number;
  endOffset: number;
  page: number | null;
  headingPath: string[];
  metadata: Record<string, unknown>;
}

/** A passage as the store's functions give it. */
export const entryRow = z.object({
  id: z.uuid(),
  collection_id: z.uuid(),
  document_id: z.uuid(),
  document_version: z.int(),
  ordinal: z.int(),
  content: z.string(),
  start_offset: z.int(),
  end_offset: z.int(),
  page: z.int().nullable(),
  heading_path: z.array(z.string()),
  metadata: z.record(z.string(), z.unknown()),
});

export function asEntry(row: z.infer<typeof entryRow>): Entry {
  return {
    id: row.id,
    collectionId: row.collection_id,
    documentId: row.document_id,
    documentVersion: row.document_version,
    ordinal: row.ordinal,
    content: row.content,
    startOffset: row.start_offset,
    endOffset: row.end_offset,
    page: row.page,
    headingPath: row.heading_path,
    metadata: row.metadata,
  };
}
