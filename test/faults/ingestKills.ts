import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openKnowledgeStore } from '../../platform/knowledge/openKnowledgeStore.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { importStart } from '../../workflows/contracts/importStart.ts';
import { importWorkflowId } from '../../workflows/contracts/names.ts';
import type { EmbeddingServer } from '../support/embeddingServer.ts';
import { type Brought, writeImport } from '../support/knowledgeRows.ts';
import type { KillGround, Lane } from './killGround.ts';

/** One of this many documents is long: several batches of passages. */
const LONG_EVERY = 20;
const LONG_SECTIONS = 250;
const SECTIONS = 6;

/** What happened to the documents. */
export interface IngestReport {
  documents: number;
  kills: number;
  /** Kills while documents were being imported. */
  midWork: number;
  entries: number;
  /**
   * Texts that a model was asked to embed, and how many of them were sent more than once because their first answer
   * was not stored.
   */
  textsAsked: number;
  askedAgain: number;
  /** What is wrong; empty: nothing. */
  faults: string[];
}

/** Kills the lane's worker again and again while it imports documents, then waits until everything has finished. */
export async function killWhileIngesting(
  ground: KillGround,
  lane: Lane,
  server: EmbeddingServer,
  counts: { documents: number; kills: number },
  onKill: (line: string) => void = () => undefined,
): Promise<IngestReport> {
  const { database, projectId, temporal } = ground;
  const knowledge = openKnowledgeStore({ DATABASE_URL: ground.databaseUrl }, { poolSize: 2 });
  try {
    const model = `model-${randomUUID()}`;
    const collectionId = await knowledge.createCollection(projectId, {
      name: randomUUID(),
      description: '',
      embeddingModel: model,
      dimensions: 1536,
    });
    const documents = Array.from({ length: counts.documents }, (_, index) => documentOf(index));
    const importId = await writeImport(
      database,
      projectId,
      collectionId,
      documents.map(({ brought }) => brought),
    );
    await startWorkflow(temporal, lane.taskQueue, importStart({ id: importId, projectId, run: 0 }));
    const ended = () => database.knowledgeImportItem.count({ where: { importId, endedAt: { not: null } } });
    let midWork = 0;
    for (let kill = 0; kill < counts.kills; kill += 1) {
      // Spread over the steps of a document, from its bytes to its end, and over the import.
      const target = Math.floor((counts.documents * kill) / (counts.kills + 1));
      while ((await ended()) < target) await delay(50);
      await delay((kill % 10) * 70);
      const done = await ended();
      if (done < counts.documents) midWork += 1;
      await lane.killWorker();
      onKill(`kill ${String(kill + 1)} after ${String(done)} documents`);
      await lane.startWorker();
    }
    await temporal.workflow.getHandle(importWorkflowId(importId, 0)).result();
    const faults = await faultsOf(ground, knowledge, { importId, collectionId, model, documents, server });
    const texts = server.requests.filter((request) => request.model === model).flatMap(({ input }) => input);
    return {
      ...counts,
      midWork,
      entries: documents.reduce((sum, { sections }) => sum + sections, 0),
      textsAsked: texts.length,
      askedAgain: texts.length - new Set(texts).size,
      faults,
    };
  } finally {
    await knowledge.close();
  }
}

interface Made {
  brought: Brought;
  /** The number of passages that it has to have. */
  sections: number;
}

function documentOf(index: number): Made {
  const sections = index % LONG_EVERY === LONG_EVERY - 1 ? LONG_SECTIONS : SECTIONS;
  const content = Array.from(
    { length: sections },
    (_, section) => `# Part ${String(section)}\n\nDocument ${String(index)} says ${String(section)}.`,
  ).join('\n\n');
  return { brought: { name: `document ${String(index)}.md`, content }, sections };
}

async function faultsOf(
  { database, projectId }: KillGround,
  knowledge: ReturnType<typeof openKnowledgeStore>,
  made: {
    importId: string;
    collectionId: string;
    model: string;
    documents: readonly Made[];
    server: EmbeddingServer;
  },
): Promise<string[]> {
  const { importId, collectionId, model, documents, server } = made;
  const faults: string[] = [];
  const expectSame = (what: string, is: unknown, shouldBe: unknown) => {
    if (is !== shouldBe) faults.push(`${what}: ${String(is)} where ${String(shouldBe)} has to be`);
  };
  const items = await database.knowledgeImportItem.findMany({
    where: { importId },
    orderBy: { position: 'asc' },
  });
  for (const item of items) {
    const sections = documents[item.position]?.sections ?? 0;
    expectSame(`${item.source} (${item.failureMessage ?? ''})`, item.state, 'added');
    const documentId = item.documentId ?? '';
    expectSame(
      `${item.source}: passages found`,
      await knowledge.countEntries(projectId, { documentId }),
      sections,
    );
    const contents = new Set<string>();
    for (let firstOrdinal = 0; firstOrdinal < sections; firstOrdinal += 500) {
      const entries = await knowledge.reader.documentEntries(projectId, documentId, item.version ?? 0, {
        firstOrdinal,
        take: 500,
      });
      for (const { content } of entries) contents.add(content);
    }
    expectSame(`${item.source}: different passages`, contents.size, sections);
  }
  const collection = await knowledge.reader.readCollection(projectId, collectionId);
  expectSame('documents', collection.documentCount, documents.length);
  const entries = documents.reduce((sum, { sections }) => sum + sections, 0);
  expectSame('passages in the collection', collection.entryCount, entries);
  const row = await database.knowledgeImport.findUniqueOrThrow({ where: { id: importId } });
  expectSame('the import', row.state, 'finished');
  expectSame(
    'texts left over',
    await database.knowledgeText.count({ where: { source: { collectionId } } }),
    0,
  );

  // Answers that were stored are in the ledger as completed: each text once, however often the worker died.
  const calls = await database.embeddingCall.findMany({ where: { projectId, model } });
  const textsIn = (states: readonly string[]) =>
    calls.filter(({ state }) => states.includes(state)).reduce((sum, { textCount }) => sum + textCount, 0);
  const lost = textsIn(['unknown', 'failed', 'cancelled']);
  expectSame('calls left open', calls.filter(({ state }) => state === 'open').length, 0);
  if (textsIn(['completed']) > entries)
    faults.push(
      `${String(textsIn(['completed']))} texts embedded and stored for ${String(entries)} passages`,
    );
  const texts = server.requests.filter((request) => request.model === model).flatMap(({ input }) => input);
  const again = texts.length - new Set(texts).size;
  if (again > lost)
    faults.push(`${String(again)} texts asked for again, of which ${String(lost)} had been lost`);
  return faults;
}
