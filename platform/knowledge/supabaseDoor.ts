import { createClient } from '@supabase/supabase-js';
import { Jsonb, type KnowledgeDoor } from './knowledgeDoor.ts';
import { KnowledgeAwayError, KnowledgeError, notMigrated, refusalOf, sentence } from './knowledgeError.ts';

const TIMEOUT_MS = 60_000;

/**
 * The door to a knowledge store on Supabase, by its REST server. `serviceKey` is the project's service key: it passes by the
 * row-level security, and belongs on servers only. The schema `knowledge` has to be among the exposed ones.
 */
export function createSupabaseDoor(url: string, serviceKey: string): KnowledgeDoor {
  const client = createClient(url, serviceKey, {
    db: { schema: 'knowledge' },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: {
      fetch: (input, init) =>
        fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) }),
    },
  });
  const address = new URL(url).origin;
  return {
    address,
    async call(name, args) {
      const body = Object.fromEntries(
        Object.entries(args).map(([key, value]) => [key, value instanceof Jsonb ? value.value : value]),
      );
      const answer = await client.rpc(name, body);
      if (answer.error !== null) throw typed(answer.error, answer.status, address);
      const data: unknown = answer.data;
      return Array.isArray(data) ? (data as unknown[]) : [data];
    },
    close: () => Promise.resolve(),
  };
}

/** PostgREST's errors. What a gateway says in words of its own has no code; no answer at all has status 0. */
interface RestError {
  code?: string;
  message: string;
  hint?: string;
}

/** What a gateway or the server answers while it, or the database behind it, is away; PGRST000–003 say so by name. */
const AWAY_STATUS = new Set([0, 408, 429, 500, 502, 503, 504]);
const AWAY_CODE = /^(PGRST00[0-3]|08\w{3}|57P0\d|53300)$/;

function typed(error: RestError, status: number, address: string): Error {
  const code = error.code ?? '';
  const refusal = refusalOf(code);
  if (refusal !== undefined) return new KnowledgeError(refusal, sentence(error.message, error.hint));
  if (AWAY_CODE.test(code) || (AWAY_STATUS.has(status) && code === '')) {
    return new KnowledgeAwayError(address, error.message, { cause: error });
  }
  if (status === 401 || status === 403) {
    return new KnowledgeError('refused', `${address} does not take the service key: ${error.message}`, {
      cause: error,
    });
  }
  // No such function among those it knows.
  if (code === 'PGRST202') return notMigrated(address, error);
  if (code === 'PGRST106') {
    return new KnowledgeError(
      'refused',
      `${address} does not expose the schema "knowledge". Add it to the exposed schemas.`,
      {
        cause: error,
      },
    );
  }
  return new KnowledgeError('refused', sentence(error.message, error.hint), { cause: error });
}
