import type { Entry } from '../../../../platform/knowledge/knowledgeEntry.ts';
import type { KnowledgeReader, ReadDocument } from '../../../../platform/knowledge/knowledgeReader.ts';
import { orNull } from '../../../../platform/knowledge/orNull.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { countTextPages, documentParts, pageOfOffset, textPage, type TextRange } from './documentParts.ts';
import type { DocumentRequest } from './documentRequest.ts';

/** Passages that are read at once. */
const READ_AT_ONCE = 100;

/**
 * A page of a document's text with its passages, and all its versions. `shown` is null where the version that is asked for is gone.
 * Null: the collection has no such document.
 */
export async function readDocumentPage(
  { projectId }: ProjectScope,
  { collectionId, documentId }: { collectionId: string; documentId: string },
  { version, page: asked, mark }: DocumentRequest,
) {
  const { reader } = services().knowledge;
  const versions = await orNull(reader.listVersions(projectId, documentId));
  if (versions === null) return null;
  const document =
    (await orNull(reader.readDocument(projectId, documentId, version ?? undefined))) ??
    (await orNull(reader.readDocument(projectId, documentId)));
  if (document === null || document.collectionId !== collectionId) return null;
  const isGone = version !== null && document.version !== version;
  const { text, pageOffsets: _pages, metadata, ...head } = document;
  return {
    document: { ...head, textLength: text.length, metadataJson: metadataText(metadata) },
    versions,
    shown: isGone ? null : await readShown(reader, projectId, document, asked, mark),
  };
}

async function readShown(
  reader: KnowledgeReader,
  projectId: string,
  document: ReadDocument,
  asked: number | null,
  mark: TextRange | null,
) {
  const { text } = document;
  const pages = countTextPages(text);
  const page = Math.min(asked ?? (mark === null ? 1 : pageOfOffset(text, mark.from)), pages);
  const range = textPage(text, page);
  const passages = await readPassages(reader, projectId, document, range);
  const shownPassages = passages.map(({ ordinal, startOffset, endOffset, page: onPage, headingPath }) => ({
    ordinal,
    startOffset,
    endOffset,
    page: onPage,
    headingPath,
  }));
  return { page, pages, mark, parts: documentParts(text, range, shownPassages, mark) };
}

/** The passages that have something in the range: the first by bisection, since passages are numbered without gaps. */
async function readPassages(
  reader: KnowledgeReader,
  projectId: string,
  { id, version, entryCount }: ReadDocument,
  { from, to }: TextRange,
): Promise<Entry[]> {
  const read = (firstOrdinal: number, take: number) =>
    reader.documentEntries(projectId, id, version, { firstOrdinal, take });
  let low = 0;
  let high = entryCount;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [entry] = await read(middle, 1);
    if (entry !== undefined && entry.endOffset <= from) low = middle + 1;
    else high = middle;
  }
  const passages: Entry[] = [];
  for (;;) {
    const part = await read(low + passages.length, READ_AT_ONCE);
    passages.push(...part.filter(({ startOffset }) => startOffset < to));
    const last = part.at(-1);
    if (part.length < READ_AT_ONCE || last === undefined || last.startOffset >= to) return passages;
  }
}

/** For people; '' where nothing is said of the document. */
function metadataText(metadata: Record<string, unknown>): string {
  return Object.keys(metadata).length === 0 ? '' : JSON.stringify(metadata, null, 2);
}
