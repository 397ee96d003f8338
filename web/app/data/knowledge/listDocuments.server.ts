import type { ListedDocument, ListedPart, ListPart } from '../../../../platform/knowledge/knowledgeReader.ts';
import { orNull } from '../../../../platform/knowledge/orNull.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { ListRequest } from '../lists/listPage.ts';
import { readStorePage } from './readStorePage.server.ts';

/** A page of a collection's documents, by title. Null: the project has no such collection. */
export async function listDocuments({ projectId }: ProjectScope, collectionId: string, request: ListRequest) {
  const { reader } = services().knowledge;
  return orNull(readStorePage(request, (part) => reader.listDocuments(projectId, collectionId, part)));
}

/** A part of them. Null: the project has no such collection. */
export async function readDocumentsPart(
  { projectId }: ProjectScope,
  collectionId: string,
  part: ListPart,
): Promise<ListedPart<ListedDocument> | null> {
  return orNull(services().knowledge.reader.listDocuments(projectId, collectionId, part));
}
