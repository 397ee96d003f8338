import { mkdirSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateKnowledge } from '../ops/knowledge/knowledgeMigrations.ts';
import { KnowledgeStore } from '../platform/knowledge/knowledgeStore.ts';
import { createSqlDoor } from '../platform/knowledge/sqlDoor.ts';
import { openTestDatabase } from '../test/support/testDatabase.ts';
import { unpackManPages } from './retrieval/debianPackages.ts';
import { embed } from './retrieval/embed.ts';
import { startEmbeddingModel } from './retrieval/embeddingModels.ts';
import { makeKnownItems, readManPages } from './retrieval/knownItems.ts';
import { readLeeCorpus } from './retrieval/leeCorpus.ts';
import { unpackLeeCorpus } from './retrieval/leeCorpusFiles.ts';
import { type EmbeddedSet, judge, type StoredSet, storeSet } from './retrieval/rankings.ts';
import { halfOf, type RetrievalSet } from './retrieval/retrievalSet.ts';

// Measures the quality of look-ups by vectors, by BM25 and by both, with real embedding models, on PostgreSQL
// (TEST_DATABASE_URL) or the embedded database: `npm run bench:retrieval -- [--questions=2000] [--weight=0.7]`. Needs
// Debian's apt-get and dpkg-deb, python3 with pip, a C compiler, mvn and unzip. Everything that it takes from
// registries, and every vector, is cached in the folder for temporary files. The last line of output is the figures
// as JSON.
const { values } = parseArgs({
  options: {
    /** The most questions from each set of manual pages. */
    questions: { type: 'string', default: '2000' },
    /**
     * The vectors' share with which the test half is judged; by default the one that is best on the development half.
     */
    weight: { type: 'string' },
  },
});
const WEIGHTS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

const folder = join(tmpdir(), 'colloquy-bench-retrieval');
mkdirSync(folder, { recursive: true });
const embedded = await embedSets(collectSets());
const database = await openTestDatabase();
try {
  await migrateKnowledge(database.url);
  const store = new KnowledgeStore(createSqlDoor(database.url, { poolSize: 2 }));
  try {
    const stored: StoredSet[] = [];
    for (const one of embedded) stored.push(await storeSet(store, one));
    const development = values.weight === undefined ? await developWeight(store, stored) : null;
    const weight = development?.best ?? Number(values.weight);
    const sets = [];
    for (const one of stored) sets.push(await judgeSet(store, one, weight));
    const gains = sets.map(({ test }) => test.both.ndcg - Math.max(test.vectors.ndcg, test.bm25.ndcg));
    console.log(
      JSON.stringify({
        bench: 'retrieval',
        date: new Date().toISOString().slice(0, 10),
        machine: {
          cpus: cpus().length,
          cpu: cpus()[0]?.model.trim() ?? 'unknown',
          memoryGiB: Math.round(totalmem() / 2 ** 30),
          node: process.version,
        },
        weight,
        development: development?.ndcg ?? null,
        sets: sets.map(rounded),
        gains: rounded(gains),
        meanGain: rounded(gains.reduce((sum, gain) => sum + gain, 0) / gains.length),
        everySetAtLeastAsGood: gains.every((gain) => gain >= 0),
      }),
    );
  } finally {
    await store.close();
  }
} finally {
  await database.close();
}

function collectSets(): RetrievalSet[] {
  const pages = unpackManPages(folder);
  const most = Number(values.questions);
  return [
    readLeeCorpus(unpackLeeCorpus(folder)),
    makeKnownItems('manual-english', 'english', readManPages(pages.english), most),
    makeKnownItems('manual-chinese', 'chinese', readManPages(pages.chinese), most),
  ];
}

async function embedSets(sets: readonly RetrievalSet[]): Promise<EmbeddedSet[]> {
  const done: EmbeddedSet[] = [];
  for (const language of ['english', 'chinese'] as const) {
    const model = await startEmbeddingModel(language, folder);
    try {
      for (const set of sets.filter((one) => one.language === language)) {
        done.push({
          set,
          model,
          questions: await embed(
            model,
            'question',
            set.questions.map(({ text }) => text),
            folder,
          ),
          entries: await embed(
            model,
            'passage',
            set.entries.map(({ content }) => content),
            folder,
          ),
        });
      }
    } finally {
      await model.stop();
    }
  }
  return done;
}

/** The vectors' share that is best on average over the development halves. */
async function developWeight(store: KnowledgeStore, stored: readonly StoredSet[]) {
  const ndcg: Record<string, Record<string, number>> = {};
  for (const one of stored) {
    const figures: Record<string, number> = {};
    for (const weight of [1, 0, ...WEIGHTS]) {
      figures[String(weight)] = rounded((await judge(store, one, 'development', weight)).ndcg);
    }
    ndcg[one.set.name] = figures;
    console.log(
      `Development half of ${one.set.name}, nDCG@10 by the vectors' share: ${JSON.stringify(figures)}`,
    );
  }
  const mean = (weight: number) =>
    Object.values(ndcg).reduce((sum, figures) => sum + (figures[String(weight)] ?? 0), 0) / stored.length;
  return { ndcg, best: WEIGHTS.toSorted((a, b) => mean(b) - mean(a))[0] ?? 0.7 };
}

async function judgeSet(store: KnowledgeStore, stored: StoredSet, weight: number) {
  const { set } = stored;
  const halves = Object.groupBy(set.questions, halfOf);
  const test = {
    vectors: await judge(store, stored, 'test', 1),
    bm25: await judge(store, stored, 'test', 0),
    both: await judge(store, stored, 'test', weight),
  };
  console.log(`Test half of ${set.name}: ${JSON.stringify(rounded(test))}`);
  return {
    name: set.name,
    model: stored.model.id,
    entries: set.entries.length,
    questions: { development: halves.development?.length ?? 0, test: halves.test?.length ?? 0 },
    test,
  };
}

/** A copy with every number in it rounded to four places. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Math.round(one * 1e4) / 1e4 : one)),
  ) as T;
}
