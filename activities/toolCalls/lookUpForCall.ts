import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../platform/database.ts';
import { KnowledgeAwayError, KnowledgeError } from '../../platform/knowledge/knowledgeError.ts';
import type { CallToolInput } from '../../workflows/contracts/activityTypes.ts';
import type { Json } from '../../workflows/domain/json.ts';
import type { KnowledgeUse } from '../../workflows/domain/knowledge/knowledgeUse.ts';
import { passagesText } from '../../workflows/domain/knowledge/passagesMessage.ts';
import type { ToolResult } from '../../workflows/domain/tool.ts';
import { currentExecution } from '../execution/execution.ts';
import { lookUp, type LookUpClients } from '../knowledge/lookUp/lookUp.ts';
import { ToolUnavailable } from '../tools/toolErrors.ts';
import { type LookupPlace, readLookup, storeLookup } from '../transcript/lookups.ts';

/** No question is longer than this. */
const LONGEST_QUESTION = 4_000;

/**
 * Carries out a call of a tool that looks knowledge up: what was found is kept with the turn, and its result are the numbered
 * passages. A refusal is a result; fails with ToolUnavailable where the store or the embedding model can't be reached.
 */
export async function lookUpForCall(
  clients: LookUpClients & { database: Database; now: () => number },
  { projectId, conversationId, scope, turn, seq, speaker, index: callIndex }: CallToolInput,
  call: { use: KnowledgeUse; given: Record<string, Json>; signal: AbortSignal },
): Promise<ToolResult> {
  const { use, given, signal } = call;
  const { query } = given;
  if (typeof query !== 'string' || query.trim() === '') {
    return { content: "Error: 'query' must be a text that says what to look for", isError: true };
  }
  const { database, now } = clients;
  const question = query.slice(0, LONGEST_QUESTION);
  const place: LookupPlace = { projectId, conversationId, scope, turn, seq, speaker, callIndex };
  const execution = currentExecution();
  const known = await readLookup(database, place, execution, question);
  if (known !== null) return { content: passagesText(known), isError: false };
  const startedAt = now();
  try {
    const about = { conversationId, turn, seq };
    const passages = await lookUp(clients, { projectId, use, question, about }, signal);
    const stored = await storeLookup(database, {
      ...place,
      execution,
      collections: use.collections,
      question,
      passages,
      latencyMs: Math.round(now() - startedAt),
    });
    return { content: passagesText(stored), isError: false };
  } catch (error) {
    if (error instanceof KnowledgeError) return { content: `Error: ${error.message}`, isError: true };
    if (error instanceof KnowledgeAwayError) {
      const toldPlace = { address: error.address, words: error.reason };
      throw new ToolUnavailable('unreachable', error.message, { place: toldPlace, cause: error });
    }
    if (!(error instanceof ApplicationFailure) || signal.aborted) throw error;
    const trouble = error.nonRetryable === true ? 'misconfigured' : 'unreachable';
    throw new ToolUnavailable(trouble, error.message, { cause: error });
  }
}
