import { z } from 'zod';
import type { Database } from '../../../platform/database.ts';
import { queryRows, sql } from '../../../platform/sql.ts';
import { segmentedWords } from '../../../workflows/domain/knowledge/segmentedWords.ts';
import { wordsOf } from '../../../workflows/domain/knowledge/wordsOf.ts';

/** More would take longer to compare than anybody reads. */
const MOST_WORDS = 20_000;

const row = z.object({ word: z.string() });

/**
 * The words of texts, in lower case, that a question asks for: those of one stem, as the store compares words. What says nothing, as
 * "the", is none.
 */
export async function askedWords(
  database: Database,
  question: string,
  texts: readonly string[],
): Promise<string[]> {
  const words = [...new Set(texts.flatMap(wordsOf))].slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const rows = await queryRows(
    database,
    sql`
    SELECT w.word
    FROM unnest(${words}::text[]) AS w(word), to_tsvector('pg_catalog.english', ${segmentedWords(question)}) AS asked(words)
    WHERE tsvector_to_array(to_tsvector('pg_catalog.english', w.word)) && tsvector_to_array(asked.words)`,
    row,
  );
  return rows.map(({ word }) => word);
}
