import { Context } from '@temporalio/activity';
import type { Database } from '../../../platform/database.ts';
import { readSourceBytes } from '../../../platform/knowledge/sourceBytes.ts';
import type { KnowledgeActivities } from '../../../workflows/contracts/ingestion.ts';
import { type Chunk, chunkDocument } from '../../../workflows/domain/knowledge/chunk/chunkDocument.ts';
import { documentFormats } from '../../../workflows/domain/knowledge/documentFormat.ts';
import { withHeartbeat } from '../../execution/heartbeat.ts';
import type { DocumentReader } from '../parse/documentReader.ts';
import { readItem } from './itemRows.ts';
import { ingestionStep } from './refusal.ts';

/** See KnowledgeActivities. */
export function createReadSource(clients: {
  database: Database;
  readDocument: DocumentReader;
}): KnowledgeActivities['readSource'] {
  const { database, readDocument } = clients;
  return ingestionStep(database, async (input) => {
    const item = await readItem(database, input);
    if ('over' in item) return { kind: 'over', outcome: item.over };
    const { source: name, kind, sourceId } = item;
    if (sourceId === null) throw new Error('A document is read once its bytes are kept');
    const [source, known] = await Promise.all([
      database.knowledgeSource.findFirstOrThrow({ where: { id: sourceId, projectId: input.projectId } }),
      database.knowledgeText.findUnique({ where: { sourceId }, select: { sourceId: true } }),
    ]);
    if (known !== null) return { kind: 'done' };
    const bytes = readSourceBytes(database, sourceId);
    const { contentType } = source;
    const { format, document } = await withHeartbeat(() =>
      readDocument(
        { name, contentType, isPage: kind === 'address', bytes },
        Context.current().cancellationSignal,
      ),
    );
    const { title, text, pageOffsets, language } = document;
    const row = {
      title: title.slice(0, MOST_OF_A_TITLE).toWellFormed(),
      mediaType: documentFormats[format].mediaType,
      text,
      pageOffsets: [...pageOffsets],
      chunks: chunkDocument(document).map(asJson),
      language: language ?? null,
    };
    await database.knowledgeText.upsert({ where: { sourceId }, create: { sourceId, ...row }, update: row });
    return { kind: 'done' };
  });
}

const MOST_OF_A_TITLE = 500;

function asJson({ start, end, header, page, headingPath }: Chunk) {
  return {
    start,
    end,
    headingPath: [...headingPath],
    ...(header && { header: { start: header.start, end: header.end } }),
    ...(page !== undefined && { page }),
  };
}
