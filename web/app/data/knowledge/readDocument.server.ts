import type { Entry } from '../../../../platform/knowledge/knowledgeEntry.ts';
import type { DocumentVersion, FoundDocument } from '../../../../platform/knowledge/knowledgeReader.ts';
import { orNull } from '../../../../platform/knowledge/orNull.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** A document without its text, and its versions, newest first. Null: the project has no such document. */
export async function readDocument(
  { projectId }: ProjectScope,
  documentId: string,
): Promise<(FoundDocument & { versions: DocumentVersion[] }) | null> {
  const { reader } = services().knowledge;
  const [document, versions] = await Promise.all([
    orNull(reader.findDocument(projectId, documentId)),
    orNull(reader.listVersions(projectId, documentId)),
  ]);
  return document === null || versions === null ? null : { ...document, versions };
}

/** A version's text; without `version`, that of the one that look-ups find. Null: the project has no such document or version. */
export async function readDocumentText(
  { projectId }: ProjectScope,
  documentId: string,
  version: number | undefined,
): Promise<{ version: number; text: string } | null> {
  return orNull(services().knowledge.reader.readDocument(projectId, documentId, version));
}

/**
 * Passages of a version in their order; without `version`, of the one that look-ups find. Of others they may be gone. `take`
 * is at most 500. Null: the project has no such document or version.
 */
export async function readPassages(
  scope: ProjectScope,
  documentId: string,
  { version: asked, ...part }: { version: number | undefined; firstOrdinal: number; take: number },
): Promise<{ version: number; passages: Entry[] } | null> {
  const document = await readDocument(scope, documentId);
  if (document === null) return null;
  const version = asked ?? (document.version === 0 ? document.newestVersion : document.version);
  if (!document.versions.some((known) => known.version === version)) return null;
  const { reader } = services().knowledge;
  return { version, passages: await reader.documentEntries(scope.projectId, documentId, version, part) };
}
