import pg from 'pg';
import type { KnowledgeStore } from '../../platform/knowledge/knowledgeStore.ts';
import type { FilledStore } from './filledStore.ts';
import { AREAS, SyntheticKnowledge, type SyntheticQuestion } from './syntheticKnowledge.ts';

/** So many are asked for, and so many the look-up takes from the vectors before it weighs them with the words. */
export const ASKED = 10;
const CANDIDATES = 60;

/** Which entries come into question. */
export interface Scope {
  name: string;
  collectionIds: readonly string[];
  filter: (question: SyntheticQuestion) => Record<string, unknown>;
}

/** What a filter lets pass is random, but for the last: there it lies in an area that the question is not in. */
export function scopesOf({ collections }: FilledStore): Scope[] {
  const all = Object.values(collections);
  const of = (filter: Record<string, unknown>) => () => filter;
  return [
    { name: 'everything', collectionIds: all, filter: of({}) },
    { name: 'a filter that 10 % pass', collectionIds: all, filter: of({ tenth: true }) },
    { name: 'a filter that 1 % pass', collectionIds: all, filter: of({ hundredth: true }) },
    { name: 'a filter that 0.1 % pass', collectionIds: all, filter: of({ thousandth: true }) },
    { name: 'a collection of 10 %', collectionIds: [collections.tenth], filter: of({}) },
    { name: 'a collection of 1 %', collectionIds: [collections.hundredth], filter: of({}) },
    {
      name: 'a filter for another area',
      collectionIds: all,
      filter: ({ area }) => ({ area: (area + AREAS / 2) % AREAS }),
    },
  ];
}

export function makeQuestions(count: number, entries: number): SyntheticQuestion[] {
  const knowledge = new SyntheticKnowledge();
  return Array.from({ length: count }, (_, number) => knowledge.question(number, entries));
}

/** The distances of the nearest, by question and scope, from comparing everything; kept in the database. */
export async function exactDistances(
  databaseUrl: string,
  scopes: readonly Scope[],
  questions: readonly SyntheticQuestion[],
): Promise<number[][][]> {
  return onClient(databaseUrl, async (client) => {
    await client.query(
      'CREATE TABLE IF NOT EXISTS public.bench_exact (question int, scope text, distances float8[], PRIMARY KEY (question, scope))',
    );
    const found: number[][][] = [];
    for (const [number, question] of questions.entries()) {
      const { rows } = await client.query<{ scope: string; distances: number[] }>(
        'SELECT scope, distances FROM public.bench_exact WHERE question = $1',
        [number],
      );
      const known = new Map(rows.map(({ scope, distances }) => [scope, distances]));
      if (!scopes.every(({ name }) => known.has(name))) {
        for (const [name, distances] of await compareAll(client, scopes, question))
          known.set(name, distances);
        await client.query(
          'INSERT INTO public.bench_exact SELECT $1, s.scope, ARRAY(SELECT jsonb_array_elements(s.distances)::float8) FROM jsonb_to_recordset($2) AS s(scope text, distances jsonb) ON CONFLICT DO NOTHING',
          [number, JSON.stringify([...known].map(([scope, distances]) => ({ scope, distances })))],
        );
      }
      found.push(scopes.map(({ name }) => known.get(name) ?? []));
    }
    return found;
  });
}

async function compareAll(
  client: pg.Client,
  scopes: readonly Scope[],
  question: SyntheticQuestion,
): Promise<[string, number[]][]> {
  const nearest = scopes.map(
    (_, index) =>
      `ARRAY(SELECT e.distance FROM every e WHERE e.collection_id = ANY ($${String(2 + 2 * index)}::uuid[])
         AND e.metadata @> $${String(3 + 2 * index)}::jsonb ORDER BY e.distance LIMIT ${String(CANDIDATES)}) AS s${String(index)}`,
  );
  const { rows } = await client.query<Record<string, number[]>>(
    `WITH every AS MATERIALIZED (
       SELECT k.collection_id, k.metadata, (k.embedding <=> $1::vector) + 0 AS distance FROM knowledge_entries k)
     SELECT ${nearest.join(', ')}`,
    [
      vectorText(question),
      ...scopes.flatMap(({ collectionIds, filter }) => [
        [...collectionIds],
        JSON.stringify(filter(question)),
      ]),
    ],
  );
  return scopes.map(({ name }, index) => [name, rows[0]?.[`s${String(index)}`] ?? []]);
}

export interface Recall {
  /** Of the ten that a look-up by vectors gives, the share that is among the ten nearest; the mean and the least. */
  ofAsked: number;
  leastOfAsked: number;
  /** The same of the sixty that it weighs with the words. */
  ofCandidates: number;
  /** Questions that got fewer than there are. */
  tooFew: number;
}

/** How well the look-ups of a scope find what comparing everything finds. */
export async function measureRecall(
  databaseUrl: string,
  store: KnowledgeStore,
  { projectId }: FilledStore,
  scope: Scope,
  questions: readonly SyntheticQuestion[],
  exact: readonly (readonly number[])[],
): Promise<Recall> {
  const asked: number[] = [];
  const candidates: number[] = [];
  let tooFew = 0;
  await onClient(databaseUrl, async (client) => {
    for (const [number, question] of questions.entries()) {
      const truth = exact[number] ?? [];
      const matches = await store.match(lookUp(projectId, scope, question, { words: false }));
      const { rows } = await client.query<{ similarity: number }>(
        'SELECT similarity FROM nearest_entries($1, $2::vector, $3, $4)',
        [[...scope.collectionIds], vectorText(question), JSON.stringify(scope.filter(question)), CANDIDATES],
      );
      asked.push(shareFound(matches, truth.slice(0, ASKED)));
      candidates.push(shareFound(rows, truth));
      if (matches.length < Math.min(ASKED, truth.length) || rows.length < truth.length) tooFew += 1;
    }
  });
  return {
    ofAsked: rounded(mean(asked)),
    leastOfAsked: rounded(Math.min(...asked)),
    ofCandidates: rounded(mean(candidates)),
    tooFew,
  };
}

/** A look-up by vectors alone, or with words as an agent's has them. */
export function lookUp(
  projectId: string,
  scope: Scope,
  question: SyntheticQuestion,
  { words }: { words: boolean },
) {
  return {
    projectId,
    collectionIds: scope.collectionIds,
    embedding: [...question.embedding],
    words: words ? question.words : '',
    filter: scope.filter(question),
    count: ASKED,
    threshold: null,
    vectorWeight: words ? 0.7 : 1,
    diversity: 0,
  };
}

function shareFound(found: readonly { similarity: number }[], truth: readonly number[]): number {
  if (truth.length === 0) return 1;
  const farthest = (truth.at(-1) ?? 0) + 1e-6;
  return (
    found.filter(({ similarity }) => 1 - similarity <= farthest).slice(0, truth.length).length / truth.length
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function vectorText({ embedding }: SyntheticQuestion): string {
  return `[${embedding.join(',')}]`;
}

async function onClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SET search_path = knowledge, extensions, public');
    return await work(client);
  } finally {
    await client.end();
  }
}
