import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../../platform/database.ts';
import type { SearchActivities, SearchRef } from '../../../workflows/contracts/knowledgeSearch.ts';
import { lookUpSettingsSchema } from '../../../workflows/contracts/teamSchema/knowledge.ts';
import { storableJson } from '../../../workflows/domain/storable.ts';
import { currentExecution } from '../../execution/execution.ts';
import { withHeartbeat } from '../../execution/heartbeat.ts';
import { lookUp, type LookUpClients } from '../lookUp/lookUp.ts';
import { lookUpFailure } from '../lookUp/lookUpFailure.ts';
import { askedWords } from './askedWords.ts';

export interface AnswerSearchClients extends LookUpClients {
  database: Database;
  /** Milliseconds, from any fixed point. */
  now: () => number;
}

/** Nobody is asked when a search fails: the person is there, and may try again. */
const MAX_ATTEMPTS = 3;

/** See SearchActivities.answerSearch. */
export function createAnswerSearch(clients: AnswerSearchClients): SearchActivities['answerSearch'] {
  return async (search) => {
    const { attempt } = currentExecution();
    try {
      return await withHeartbeat(() => answer(clients, search));
    } catch (error) {
      throw lookUpFailure(error, attempt, MAX_ATTEMPTS);
    }
  };
}

async function answer(
  clients: AnswerSearchClients,
  { projectId, searchId }: SearchRef,
): Promise<{ passages: number }> {
  const { database, now } = clients;
  const row = await database.knowledgeSearch.findFirst({
    where: { id: searchId, projectId },
    select: { state: true, question: true, settings: true, passages: true },
  });
  if (row === null) throw ApplicationFailure.nonRetryable('The search is gone', 'knowledge_refused');
  if (row.state === 'answered') return { passages: Array.isArray(row.passages) ? row.passages.length : 0 };

  const startedAt = now();
  const { question } = row;
  const use = lookUpSettingsSchema.parse(row.settings);
  const passages = await lookUp(
    clients,
    { projectId, use, question, about: {}, purpose: 'search' },
    Context.current().cancellationSignal,
  );
  const words = await askedWords(
    database,
    question,
    passages.map(({ text }) => text),
  );
  await database.knowledgeSearch.updateMany({
    where: { id: searchId, projectId, state: 'open' },
    data: {
      state: 'answered',
      passages: storableJson(passages.map((passage) => ({ ...passage }))),
      words,
      latencyMs: Math.round(now() - startedAt),
      endedAt: new Date(),
    },
  });
  return { passages: passages.length };
}
