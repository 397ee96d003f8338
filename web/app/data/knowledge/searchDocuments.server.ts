import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { startWorkflow } from '../../../../platform/startWorkflow.ts';
import { temporalAddress } from '../../../../platform/temporal.ts';
import { temporalAway } from '../../../../platform/temporalAway.ts';
import { type FailureText, failureText } from '../../../../workflows/contracts/failureText.ts';
import { searchStart } from '../../../../workflows/contracts/knowledgeSearch.ts';
import { searchWorkflowId } from '../../../../workflows/contracts/names.ts';
import {
  type LookUpSettings,
  MOST_SEARCHED_COLLECTIONS,
} from '../../../../workflows/domain/knowledge/knowledgeUse.ts';
import type { FoundPassage } from '../../../../workflows/domain/knowledge/passage.ts';
import { readFailureDetails } from '../../../../workflows/domain/readFailureDetails.ts';
import { knowledgeSearchStates, oneOf } from '../../../../workflows/domain/recordStates.ts';
import { storableJson, storableText } from '../../../../workflows/domain/storable.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';
import { hasEnded } from '../runs/hasEnded.server.ts';
import { readPendingWorkOf } from '../runs/readPendingWork.server.ts';
import type { SearchOutcome } from './searchOutcome.ts';

/** What a person asks. Without collections it is asked of all. */
export interface DocumentSearch extends LookUpSettings {
  userId: string;
  question: string;
}

/** How long starting it may take. */
const START_TIMEOUT_MS = 5_000;
/** After so long it is looked whether a worker has taken it: none is told from a busy one within eight seconds. */
const A_LOOK_MS = 10_000;
/** A little longer than the workflow takes at most. */
const WAIT_MS = 50_000;
const DESCRIBE_TIMEOUT_MS = 2_000;
const PAUSE_MS = 200;

/**
 * Looks a question up in the project's documents, as agents do, and waits for what is found, for less than a minute. A worker does
 * it: this process knows no model. Fails as the store does where the collections can't be read.
 */
export async function searchDocuments(
  scope: ProjectScope,
  { userId, question, ...settings }: DocumentSearch,
): Promise<SearchOutcome> {
  const { database, temporal, environment } = services();
  const { projectId } = scope;
  const collections = await askedCollections(scope, settings.collections);
  if ('outcome' in collections) return collections;
  const names = new Map(collections.map(({ id, name }) => [id, name]));
  const { id: searchId } = await database.knowledgeSearch.create({
    data: {
      projectId,
      createdBy: userId,
      question: storableText(question),
      settings: storableJson({ ...settings, collections: [...names.values()] }),
    },
    select: { id: true },
  });
  try {
    await askTemporal(temporal, START_TIMEOUT_MS, () =>
      startWorkflow(temporal, environment.TASK_QUEUE, searchStart({ projectId, searchId })),
    );
  } catch (error) {
    return { outcome: 'failed', failure: engineAway(error, temporal) };
  }
  const unended = await waitForEnd(temporal, searchWorkflowId(searchId));
  return (await readAnswer(scope, searchId, names)) ?? unended ?? { outcome: 'failed', failure: UNEXPLAINED };
}

const UNEXPLAINED = failureText({ type: 'unexpected_error', message: '' });

async function askedCollections(
  { projectId }: ProjectScope,
  asked: readonly string[],
): Promise<{ id: string; name: string }[] | Extract<SearchOutcome, { outcome: `${string}collections` }>> {
  const { reader } = services().knowledge;
  if (asked.length === 0) {
    const { rows } = await reader.listCollections(projectId, {
      search: '',
      skip: 0,
      take: MOST_SEARCHED_COLLECTIONS,
    });
    return rows.length === 0 ? { outcome: 'no_collections' } : rows;
  }
  const found = await reader.findCollections(projectId, asked);
  const names = asked.filter((name) => !found.some((each) => each.name === name));
  return names.length === 0 ? found : { outcome: 'unknown_collections', names };
}

/** Waits until the workflow has ended; why it has not, where it takes too long. */
async function waitForEnd(temporal: Client, workflowId: string): Promise<SearchOutcome | null> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    try {
      await askTemporal(temporal, Math.min(A_LOOK_MS, Math.max(until - Date.now(), 1)), () =>
        temporal.workflow.getHandle(workflowId).result(),
      );
      return null;
    } catch (error) {
      // It has ended, if not as it should: its row says no more.
      if (hasEnded(error)) return null;
      // Waiting may be refused at once, again and again.
      await delay(PAUSE_MS);
    }
    const { away, noWorker, activities } = await readPendingWorkOf(temporal, workflowId, DESCRIBE_TIMEOUT_MS);
    if (away !== null) return { outcome: 'failed', failure: away };
    if (noWorker) return { outcome: 'no_worker' };
    if (Date.now() >= until) {
      const failure = activities.find(({ lastFailure }) => lastFailure !== null)?.lastFailure ?? null;
      return { outcome: 'unfinished', failure };
    }
  }
}

function engineAway(error: unknown, temporal: Client): FailureText {
  const address = temporalAddress(temporal);
  const away = temporalAway(error, address);
  if (away === null) throw error;
  return failureText({ type: 'temporal_unavailable', message: '', details: { address, words: away.reason } });
}

const storedPassages = z.custom<FoundPassage[]>(Array.isArray);
const storedFailure = z.object({ type: z.string(), message: z.string(), details: z.unknown().optional() });

/** Null: there is no answer yet. */
async function readAnswer(
  { projectId }: ProjectScope,
  searchId: string,
  names: ReadonlyMap<string, string>,
): Promise<SearchOutcome | null> {
  const row = await services().database.knowledgeSearch.findFirst({
    where: { id: searchId, projectId },
    select: { state: true, passages: true, words: true, latencyMs: true, failure: true },
  });
  if (row === null) return null;
  switch (oneOf(knowledgeSearchStates, row.state)) {
    case 'open':
      return null;
    case 'answered':
      return {
        outcome: 'answered',
        passages: storedPassages.parse(row.passages).map((passage) => ({
          ...passage,
          collection: names.get(passage.collectionId) ?? '',
        })),
        words: row.words,
        latencyMs: row.latencyMs ?? 0,
      };
    case 'failed': {
      const { type, message, details } = storedFailure.parse(row.failure);
      return {
        outcome: 'failed',
        failure: failureText({ type, message, details: readFailureDetails([details]) }),
      };
    }
  }
}
