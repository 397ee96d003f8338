import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { migrateKnowledge } from '../../ops/knowledge/knowledgeMigrations.ts';
import type { KnowledgeStore } from '../../platform/knowledge/knowledgeStore.ts';
import { DIMENSIONS, SyntheticKnowledge } from './syntheticKnowledge.ts';

const AT_ONCE = 100;
/** Enough for the graph of 100,000 entries: else the index is built on the disk, many times as slowly. */
const MAINTENANCE_MEMORY = '1GB';
const PASSAGES_OF_DOCUMENT = 8;
/** Raised where what is filled in changes, so that older data are not taken for it. */
const FORM = 2;
const PROJECT = '00000000-0000-4000-9000-000000000000';
const COLLECTIONS = { most: 89, tenth: 10, hundredth: 1 };

const preparedSchema = z.object({
  form: z.int(),
  entries: z.int(),
  date: z.string(),
  fillSeconds: z.number(),
  buildSeconds: z.number(),
  builderPeakMiB: z.number().nullable(),
  indexMiB: z.number(),
  tableMiB: z.number(),
  /** The tables of words and of signatures, with their indexes. */
  besideMiB: z.number(),
});

/** How it was filled: figures of that day. */
export type Prepared = z.infer<typeof preparedSchema>;

export interface FilledStore {
  projectId: string;
  /** 89, 10 and 1 % of the entries. */
  collections: Record<keyof typeof COLLECTIONS, string>;
  prepared: Prepared;
}

/** The store that `fillStore` has filled with so many entries, its functions brought up to date; null: there is none there. */
export async function findFilledStore(databaseUrl: string, entries: number): Promise<FilledStore | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const there = await client.query(`SELECT FROM pg_tables WHERE tablename = 'bench_prepared'`);
    if (there.rowCount === 0) return null;
    const { rows } = await client.query<{ what: unknown }>('SELECT what FROM public.bench_prepared');
    const prepared = preparedSchema.safeParse(rows[0]?.what);
    if (!prepared.success || prepared.data.entries !== entries || prepared.data.form !== FORM) return null;
    await migrateKnowledge(databaseUrl);
    await client.query('SET search_path = knowledge, extensions, public');
    return { projectId: PROJECT, collections: await createCollections(client), prepared: prepared.data };
  } finally {
    await client.end();
  }
}

/**
 * Fills an empty database with a knowledge store of so many entries and builds its index in one go. The entries come by plain
 * statements: what adding them one batch after the other takes is measured apart.
 */
export async function fillStore(databaseUrl: string, entries: number): Promise<FilledStore> {
  await migrateKnowledge(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SET search_path = knowledge, extensions, public');
    const collections = await createCollections(client);
    const prepared = await fill(client, entries, collections);
    await client.query('CREATE TABLE public.bench_prepared AS SELECT $1::jsonb AS what', [
      JSON.stringify(prepared),
    ]);
    return { projectId: PROJECT, collections, prepared };
  } finally {
    await client.end();
  }
}

/** What adding an entry takes, in batches of 100, as ingestion adds them; they are taken away again. */
export async function timeAdding(
  store: KnowledgeStore,
  { projectId, collections, prepared }: FilledStore,
): Promise<number> {
  const knowledge = new SyntheticKnowledge();
  const { documentId, version } = await store.putDocument(projectId, {
    collectionId: collections.most,
    source: 'added',
    title: 'Added',
    mediaType: 'text/plain',
    contentHash: randomUUID(),
    text: '',
    pageOffsets: [],
    metadata: {},
  });
  let taken = 0;
  for (let batch = 0; batch < 5; batch += 1) {
    const entries = Array.from({ length: AT_ONCE }, (_, place) => {
      const ordinal = batch * AT_ONCE + place;
      const { embedding, words, metadata } = knowledge.entry(prepared.entries + ordinal);
      return {
        id: randomUUID(),
        content: words,
        words,
        embedding: [...embedding],
        ordinal,
        startOffset: 0,
        endOffset: words.length,
        page: null,
        headingPath: [],
        metadata,
      };
    });
    const startedAt = performance.now();
    await store.addEntries(projectId, documentId, version, entries);
    taken += performance.now() - startedAt;
  }
  await store.deleteDocument(projectId, documentId);
  return Math.round((taken / (5 * AT_ONCE)) * 10) / 10;
}

async function createCollections(client: pg.Client): Promise<FilledStore['collections']> {
  return {
    most: await createCollection(client, 'most'),
    tenth: await createCollection(client, 'tenth'),
    hundredth: await createCollection(client, 'hundredth'),
  };
}

async function createCollection(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT create_collection($1, $2, $3, $4) AS id', [
    PROJECT,
    name,
    'synthetic',
    DIMENSIONS,
  ]);
  return z.uuid().parse(rows[0]?.id);
}

async function fill(
  client: pg.Client,
  entries: number,
  collections: FilledStore['collections'],
): Promise<Prepared> {
  const index = await client.query<{ indexdef: string }>(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'knowledge' AND indexname = 'knowledge_entries_embedding'`,
  );
  await client.query('DROP INDEX knowledge_entries_embedding');
  const filling = performance.now();
  const documents = Math.ceil(entries / PASSAGES_OF_DOCUMENT);
  const ids = Array.from({ length: documents }, (_, number) => documentId(number));
  const homes = ids.map((_, number) => collections[homeOf(number)]);
  await client.query(
    `INSERT INTO documents (id, project_id, collection_id, source, title, media_type, version)
     SELECT d.id, $1, d.home, d.id::text, 'A document', 'text/plain', 1 FROM unnest($2::uuid[], $3::uuid[]) AS d(id, home)`,
    [PROJECT, ids, homes],
  );
  await client.query(
    `INSERT INTO document_versions (document_id, version, content_hash, text)
     SELECT id, 1, '', '' FROM unnest($1::uuid[]) AS d(id)`,
    [ids],
  );
  const knowledge = new SyntheticKnowledge();
  for (let from = 0; from < entries; from += AT_ONCE) {
    await insert(client, knowledge, from, Math.min(from + AT_ONCE, entries), collections);
    if (from % (100 * AT_ONCE) === 0) console.log(`${String(entries - from)} entries to fill in …`);
  }
  await client.query(
    `UPDATE collections c SET entry_count = n.entries, word_count = n.words
     FROM (SELECT collection_id, count(*) AS entries, sum(word_count) AS words FROM knowledge_entries GROUP BY 1) n
     WHERE n.collection_id = c.id`,
  );
  await client.query(
    `INSERT INTO word_frequencies (collection_id, word, entry_count)
     SELECT k.collection_id, w.lexeme, count(*) FROM knowledge_entries k, unnest(k.words) AS w GROUP BY 1, 2`,
  );
  const fillSeconds = seconds(filling);
  console.log(`Filled in ${String(fillSeconds)} s; building the index …`);
  await client.query(`SET maintenance_work_mem = '${MAINTENANCE_MEMORY}'`);
  const building = performance.now();
  await client.query(index.rows[0]?.indexdef ?? '');
  const buildSeconds = seconds(building);
  const builderPeakMiB = await peakMiB(client);
  await client.query('VACUUM ANALYZE');
  const { rows } = await client.query<{ index: string; table: string; beside: string }>(
    `SELECT pg_relation_size('knowledge_entries_embedding') AS index, pg_table_size('knowledge_entries') AS table,
       pg_total_relation_size('entry_words') + pg_total_relation_size('entry_signatures') AS beside`,
  );
  return {
    form: FORM,
    entries,
    date: new Date().toISOString().slice(0, 10),
    fillSeconds,
    buildSeconds,
    builderPeakMiB,
    indexMiB: Math.round(Number(rows[0]?.index) / 2 ** 20),
    tableMiB: Math.round(Number(rows[0]?.table) / 2 ** 20),
    besideMiB: Math.round(Number(rows[0]?.beside) / 2 ** 20),
  };
}

async function insert(
  client: pg.Client,
  knowledge: SyntheticKnowledge,
  from: number,
  to: number,
  collections: FilledStore['collections'],
): Promise<void> {
  const rows: string[] = [];
  const values: unknown[] = [];
  for (let number = from; number < to; number += 1) {
    const { embedding, words, metadata } = knowledge.entry(number);
    const document = Math.floor(number / PASSAGES_OF_DOCUMENT);
    const at = values.push(
      entryId(number),
      binaryVector(embedding),
      words,
      JSON.stringify(metadata),
      collections[homeOf(document)],
      documentId(document),
      number % PASSAGES_OF_DOCUMENT,
    );
    const [id, vector, text, json, home, owner, ordinal] = Array.from(
      { length: 7 },
      (_, place) => `$${String(at - 6 + place)}`,
    );
    rows.push(
      `(${id ?? ''}::uuid, ${vector ?? ''}::vector, ${text ?? ''}::text, ${json ?? ''}::jsonb, ${home ?? ''}::uuid, ${owner ?? ''}::uuid, ${ordinal ?? ''}::int)`,
    );
  }
  await client.query(
    `INSERT INTO knowledge_entries (id, content, embedding, metadata, project_id, collection_id, document_id, document_version,
       ordinal, start_offset, end_offset, words, word_count)
     SELECT e.id, e.words, e.embedding, e.metadata, '${PROJECT}', e.home, e.owner, 1, e.ordinal, 0, length(e.words),
       to_tsvector('english', e.words), length_in_words(to_tsvector('english', e.words))
     FROM (VALUES ${rows.join(', ')}) AS e(id, embedding, words, metadata, home, owner, ordinal)`,
    values,
  );
}

/** As pgvector takes it on the wire: the number of dimensions, nothing, and the values. */
function binaryVector(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 + 4 * vector.length);
  bytes.writeInt16BE(vector.length, 0);
  for (const [at, value] of vector.entries()) bytes.writeFloatBE(value, 4 + 4 * at);
  return bytes;
}

function homeOf(document: number): keyof typeof COLLECTIONS {
  const place = document % 100;
  if (place < COLLECTIONS.hundredth) return 'hundredth';
  return place < COLLECTIONS.hundredth + COLLECTIONS.tenth ? 'tenth' : 'most';
}

function entryId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function documentId(number: number): string {
  return `00000000-0000-4000-a000-${number.toString(16).padStart(12, '0')}`;
}

/** The most memory that the connection's process has had, where it is on this machine and Linux tells it. */
async function peakMiB(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  try {
    const status = readFileSync(`/proc/${String(rows[0]?.pid)}/status`, 'utf8');
    const [, kilobytes] = /^Name:\s+postgres.*VmHWM:\s+(\d+) kB/s.exec(status) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 100) / 10;
}
