import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { writeSource } from '../../platform/knowledge/sourceBytes.ts';

/** A document to bring in: a file with its content, or an address. */
export type Brought = { name: string; content: Buffer | string } | { address: string };

/** Writes the rows of an import, as the web app does before it starts the workflow. Returns its id. */
export async function writeImport(
  database: Database,
  projectId: string,
  collectionId: string,
  documents: readonly Brought[],
): Promise<string> {
  const { id: importId } = await database.knowledgeImport.create({
    data: { projectId, collectionId, idempotencyKey: randomUUID() },
  });
  for (const [position, document] of documents.entries()) {
    const row = { projectId, importId, position };
    if ('address' in document) {
      await database.knowledgeImportItem.create({
        data: { ...row, kind: 'address', source: document.address },
      });
      continue;
    }
    const { id: sourceId } = await database.knowledgeSource.create({ data: { projectId, collectionId } });
    const bytes = Buffer.from(document.content);
    await writeSource(
      database,
      { projectId, sourceId },
      (async function* () {
        await Promise.resolve();
        yield bytes;
      })(),
    );
    await database.knowledgeImportItem.create({
      data: { ...row, kind: 'file', source: document.name, sourceId },
    });
  }
  return importId;
}
