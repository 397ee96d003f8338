import pg from 'pg';
import { isDatabaseAway } from '../databaseAway.ts';
import { addressOf, createPool } from '../databasePool.ts';
import { Jsonb, type KnowledgeDoor } from './knowledgeDoor.ts';
import { KnowledgeAwayError, KnowledgeError, notMigrated, refusalOf, sentence } from './knowledgeError.ts';

/** The door to a knowledge store that is reached as a database; `close()` it. */
export function createSqlDoor(databaseUrl: string, options: { poolSize: number }): KnowledgeDoor {
  const pool = createPool(databaseUrl, options);
  const address = addressOf(databaseUrl);
  return {
    address,
    async call(name, args) {
      const named = Object.keys(args).map((arg, index) => `${arg} => $${String(index + 1)}`);
      const values = Object.values(args).map((value) =>
        value instanceof Jsonb ? JSON.stringify(value.value) : value,
      );
      const text = `SELECT to_jsonb(called) AS value FROM knowledge.${name}(${named.join(', ')}) AS called`;
      try {
        const { rows } = await pool.query<{ value: unknown }>(text, values);
        return rows.map(({ value }) => value);
      } catch (error) {
        throw typed(error, address);
      }
    },
    close: () => pool.end(),
  };
}

/** No such function, no such schema. */
const LACKING = new Set(['42883', '3F000']);

function typed(error: unknown, address: string): unknown {
  if (isDatabaseAway(error)) return new KnowledgeAwayError(address, error.reason, { cause: error });
  if (!(error instanceof pg.DatabaseError)) return error;
  if (LACKING.has(error.code ?? '')) return notMigrated(address, error);
  return new KnowledgeError(refusalOf(error.code) ?? 'refused', sentence(error.message, error.hint), {
    cause: error,
  });
}
