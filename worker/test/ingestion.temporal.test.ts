import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { KnowledgeStore } from '../../platform/knowledge/knowledgeStore.ts';
import { createLogger } from '../../platform/logger.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { makePdf } from '../../test/support/documents.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../../test/support/embeddingServer.ts';
import { startHeldPages } from '../../test/support/heldPages.ts';
import { knowledgeOf } from '../../test/support/knowledgeOf.ts';
import { type Brought, writeImport } from '../../test/support/knowledgeRows.ts';
import { payloadsIn } from '../../test/support/payloadsIn.ts';
import { importStart } from '../../workflows/contracts/importStart.ts';
import { importWorkflowId } from '../../workflows/contracts/names.ts';
import { importProgressQuery, pauseSignal, resumeSignal } from '../../workflows/messages.ts';
import { reconcileImports } from '../reconcileImports.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';

// Each document is parsed in a process of its own.

let embeddings: EmbeddingServer;
let colloquy: Colloquy;
let knowledge: KnowledgeStore;
let projectId: string;

beforeAll(async () => {
  embeddings = await startEmbeddingServer();
  colloquy = await startColloquy({ settings: { EMBEDDING_BASE_URL: embeddings.baseUrl } });
  knowledge = knowledgeOf(colloquy.database);
  ({ projectId } = colloquy);
});
afterAll(async () => {
  await knowledge.close();
  await colloquy.close();
  await embeddings.close();
});

const collection = () =>
  knowledge.createCollection(projectId, {
    name: randomUUID(),
    description: '',
    embeddingModel: `model-${randomUUID()}`,
    dimensions: 1536,
  });

const bring = async (collectionId: string, documents: readonly Brought[]) => {
  const importId = await writeImport(colloquy.database, projectId, collectionId, documents);
  await startWorkflow(
    colloquy.temporal,
    colloquy.taskQueue,
    importStart({ id: importId, projectId, run: 0 }),
  );
  return { importId, handle: colloquy.temporal.workflow.getHandle(importWorkflowId(importId, 0)) };
};

const brought = async (collectionId: string, documents: readonly Brought[]) => {
  const { importId, handle } = await bring(collectionId, documents);
  await handle.result();
  return items(importId);
};

const items = (importId: string) =>
  colloquy.database.knowledgeImportItem.findMany({ where: { importId }, orderBy: { position: 'asc' } });

const stateOf = async (importId: string) =>
  (await colloquy.database.knowledgeImport.findUniqueOrThrow({ where: { id: importId } })).state;

/** Waits until the rows are in a certain state. */
async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const asked = () => embeddings.requests.flatMap(({ input }) => input);
const leave = (days: number) =>
  `# Leave\n\nAsk ${String(days)} days before.\n\n# Pay\n\nPaid on the first of the month.\n`;

it('documents are imported and found, and those that cannot be read are reported', async () => {
  const collectionId = await collection();
  const rows = await brought(collectionId, [
    { name: 'leave.md', content: leave(3) },
    { name: 'scan.pdf', content: makePdf([[]]) },
    { name: 'rules.pdf', content: makePdf([[{ words: 'Rules of the house' }], [{ words: 'Second page' }]]) },
    { name: 'other.pdf', content: 'Hello' },
  ]);
  expect(rows.map(({ state, failureType }) => [state, failureType])).toEqual([
    ['added', null],
    ['failed', 'no_text'],
    ['added', null],
    ['failed', 'other_format'],
  ]);
  const { rows: documents } = await knowledge.reader.listDocuments(projectId, collectionId, {
    search: '',
    skip: 0,
    take: 10,
  });
  expect(documents.map(({ source, version, entryCount }) => [source, version, entryCount])).toEqual([
    ['leave.md', 1, 2],
    ['rules.pdf', 1, 1],
  ]);
  const entries = await knowledge.reader.documentEntries(projectId, documents[0]?.id ?? '', 1, {
    firstOrdinal: 0,
    take: 10,
  });
  expect(entries.map(({ content, headingPath }) => [content, headingPath])).toEqual([
    ['# Leave\n\nAsk 3 days before.', ['Leave']],
    ['# Pay\n\nPaid on the first of the month.', ['Pay']],
  ]);
  const passages = { projectId, collectionIds: [collectionId], embedding: new Array<number>(1536).fill(1) };
  const found = async (filter: Record<string, string>) => {
    const look = { threshold: null, vectorWeight: 1, diversity: 0, count: 10 };
    const matches = await knowledge.match({ ...passages, ...look, words: '', filter });
    return matches.map(({ source }) => source).sort();
  };
  expect(await found({ source: 'rules.pdf' })).toEqual(['rules.pdf']);
  expect(await found({ mediaType: 'text/markdown' })).toEqual(['leave.md', 'leave.md']);
  expect(await found({ language: 'zh' })).toEqual([]);
  expect(await colloquy.database.knowledgeText.count()).toBe(0);
});

it('importing the same again changes nothing, and a new version embeds only what is new', async () => {
  const collectionId = await collection();
  const [first] = await brought(collectionId, [{ name: 'leave.md', content: leave(3) }]);
  const before = asked().length;
  const [again] = await brought(collectionId, [{ name: 'leave.md', content: leave(3) }]);
  expect(again?.state).toBe('unchanged');
  expect(asked().length).toBe(before);

  const [changed] = await brought(collectionId, [{ name: 'leave.md', content: leave(5) }]);
  expect(changed).toMatchObject({ state: 'added', documentId: first?.documentId, version: 2 });
  expect(asked().slice(before)).toEqual([expect.stringContaining('Ask 5 days before.')]);
  const documentId = changed?.documentId ?? '';
  expect(await knowledge.countEntries(projectId, { documentId })).toBe(2);
  // The cited passages of the first version can still be read; its bytes are deleted.
  expect((await knowledge.reader.readDocument(projectId, documentId, 1)).text).toBe(leave(3));
  expect(await colloquy.database.knowledgeSource.count({ where: { documentId } })).toBe(1);
});

it('an address is fetched and read as a page', async () => {
  const text = 'Leave is asked for three days before, in writing. '.repeat(12);
  const server = createServer((request, response) => {
    if (request.url === '/gone') response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<html><title>Leave</title><nav>Menu</nav><article><p>${text}</p></article></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const { importId, handle } = await bring(await collection(), [
    { address: `${origin}/leave?signature=5ecre7` },
    { address: `${origin}/gone` },
  ]);
  await handle.result();
  const rows = await items(importId);
  server.close();
  expect(rows.map(({ state, failureType }) => [state, failureType])).toEqual([
    ['added', null],
    ['failed', 'address_refused'],
  ]);
  const document = await knowledge.reader.readDocument(projectId, rows[0]?.documentId ?? '');
  expect(document.title).toBe('Leave');
  expect(document.text).not.toContain('Menu');
  // What a history has said stays in it: of an address the server alone.
  const said = payloadsIn(await handle.fetchHistory()).join('\n');
  expect(said).toContain(new URL(origin).host);
  expect(said).not.toContain('leave');
});

it('a cancelled import ends at once, and nothing of it remains', async () => {
  const collectionId = await collection();
  const before = embeddings.requests.length;
  embeddings.script(...Array.from({ length: 4 }, () => () => 'silent' as const));
  const { importId, handle } = await bring(
    collectionId,
    Array.from({ length: 8 }, (_, index) => ({
      name: `${String(index)}.txt`,
      content: `Document ${String(index)}`,
    })),
  );
  await embeddings.received(before + 4);
  await handle.cancel();
  await expect(handle.result()).rejects.toThrow();
  expect(await stateOf(importId)).toBe('cancelled');
  expect((await items(importId)).map(({ state }) => state)).toEqual(new Array(8).fill('cancelled'));
  const { total } = await knowledge.reader.listDocuments(projectId, collectionId, {
    search: '',
    skip: 0,
    take: 1,
  });
  expect(total).toBe(0);
});

it('pausing starts nothing more, resuming continues', async () => {
  const collectionId = await collection();
  const importId = await writeImport(
    colloquy.database,
    projectId,
    collectionId,
    Array.from({ length: 6 }, (_, index) => ({
      name: `${String(index)}.txt`,
      content: `Document ${String(index)}`,
    })),
  );
  const start = importStart({ id: importId, projectId, run: 0 });
  await startWorkflow(colloquy.temporal, colloquy.taskQueue, {
    ...start,
    input: {
      ...start.input,
      progress: { isPaused: true, counts: { added: 0, unchanged: 0, failed: 0, cancelled: 0 } },
    },
  });
  const handle = colloquy.temporal.workflow.getHandle(importWorkflowId(importId, 0));
  await until(async () => (await stateOf(importId)) === 'paused');
  expect((await items(importId)).every(({ state }) => state === 'waiting')).toBe(true);
  await handle.signal(resumeSignal);
  expect(await handle.result()).toEqual({
    isPaused: false,
    counts: { added: 6, unchanged: 0, failed: 0, cancelled: 0 },
  });
  expect(await handle.query(importProgressQuery)).toMatchObject({ counts: { added: 6 } });
  expect(await stateOf(importId)).toBe('finished');
});

it('continues as new after so many documents, stays paused then, and can still be cancelled', async () => {
  const pages = await startHeldPages();
  const names = ['a', 'b', 'c', 'd', 'e'];
  const documents = names.map((name) => ({ address: pages.address(name) }));
  const begun = await Promise.all(
    [0, 1].map(async () => {
      const importId = await writeImport(colloquy.database, projectId, await collection(), documents);
      const start = importStart({ id: importId, projectId, run: 0 });
      const input = { ...start.input, documentsPerRun: 2 };
      await startWorkflow(colloquy.temporal, colloquy.taskQueue, { ...start, input });
      const handle = colloquy.temporal.workflow.getHandle(importWorkflowId(importId, 0));
      const { runId } = await handle.describe();
      return { importId, handle, first: colloquy.temporal.workflow.getHandle(handle.workflowId, runId) };
    }),
  );
  await until(() => Promise.resolve(pages.asked() === 4));
  for (const { handle } of begun) await handle.signal(pauseSignal);
  pages.open();
  for (const { importId, first } of begun) {
    await until(async () => (await stateOf(importId)) === 'paused');
    await until(async () => (await first.describe()).status.name === 'CONTINUED_AS_NEW');
    expect((await items(importId)).map(({ state }) => state)).toEqual([
      ...['added', 'added'],
      ...['waiting', 'waiting', 'waiting'],
    ]);
  }
  const [resumed, cancelled] = begun;
  await resumed?.handle.signal(resumeSignal);
  expect(await resumed?.handle.result()).toEqual({
    isPaused: false,
    counts: { added: 5, unchanged: 0, failed: 0, cancelled: 0 },
  });
  expect(await stateOf(resumed?.importId ?? '')).toBe('finished');

  await cancelled?.handle.cancel();
  await expect(cancelled?.handle.result()).rejects.toThrow();
  expect(await stateOf(cancelled?.importId ?? '')).toBe('cancelled');
  expect((await items(cancelled?.importId ?? '')).map(({ state }) => state)).toEqual([
    ...['added', 'added'],
    ...['cancelled', 'cancelled', 'cancelled'],
  ]);
  await pages.close();
});

it('a lost start is repeated, and an import whose workflow was terminated is closed', async () => {
  const collectionId = await collection();
  const importId = await writeImport(colloquy.database, projectId, collectionId, [
    { name: 'a.txt', content: 'One' },
  ]);
  const rows = { ...colloquy, logger: createLogger({ process: 'test', level: 'silent' }) };
  await reconcileImports(rows, new Date(Date.now() + 6_000));
  await colloquy.temporal.workflow.getHandle(importWorkflowId(importId, 0)).result();
  expect((await items(importId)).map(({ state }) => state)).toEqual(['added']);

  embeddings.script(() => 'silent');
  const before = embeddings.requests.length;
  const second = await bring(collectionId, [{ name: 'b.txt', content: 'Two' }]);
  await embeddings.received(before + 1);
  await second.handle.terminate('by an operator');
  await reconcileImports(rows, new Date(Date.now() + 60_000));
  expect(await stateOf(second.importId)).toBe('cancelled');
  await until(async () => (await items(second.importId)).every(({ state }) => state === 'cancelled'));
});
