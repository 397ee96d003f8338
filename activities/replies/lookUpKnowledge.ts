import { Context } from '@temporalio/activity';
import type { Database } from '../../platform/database.ts';
import type { LookUpKnowledgeInput, LookUpKnowledgeResult } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { KnowledgeUse } from '../../workflows/domain/knowledge/knowledgeUse.ts';
import { lookUpQuery } from '../../workflows/domain/knowledge/lookUpQuery.ts';
import type { FoundPassage } from '../../workflows/domain/knowledge/passage.ts';
import { viewOf } from '../../workflows/domain/request/viewOutline.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { currentExecution, type Execution } from '../execution/execution.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import { lookUp, type LookUpClients } from '../knowledge/lookUp/lookUp.ts';
import { lookUpFailure } from '../knowledge/lookUp/lookUpFailure.ts';
import { keepResult } from '../transcript/keepResult.ts';
import { type LookupPlace, readLookup, storeLookup } from '../transcript/lookups.ts';
import { supersedeTail } from '../transcript/supersedeTail.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { readForReply } from './readForReply.ts';
import { modelParticipantOf, viewFor } from './replyQuestion.ts';

export interface LookUpKnowledgeClients extends LookUpClients {
  database: Database;
  readTeamVersion: ReadTeamVersion;
  /** Milliseconds, from any fixed point. */
  now: () => number;
}

/** See ConversationActivities.lookUpKnowledge. */
export function createLookUpKnowledge(clients: LookUpKnowledgeClients) {
  return async (input: LookUpKnowledgeInput): Promise<LookUpKnowledgeResult> => {
    const execution = currentExecution();
    try {
      return await withHeartbeat(() => lookUpForReply(clients, input, execution));
    } catch (error) {
      throw lookUpFailure(error, execution.attempt);
    }
  };
}

async function lookUpForReply(
  clients: LookUpKnowledgeClients,
  input: LookUpKnowledgeInput,
  execution: Execution,
): Promise<LookUpKnowledgeResult> {
  const { database, now } = clients;
  const { projectId, conversationId, scope, turn, seq, speaker } = input;
  const place: LookupPlace = { projectId, conversationId, scope, turn, seq, speaker, callIndex: null };
  const own = await readLookup(database, place, execution);
  if (own !== null) return { passages: own.length };

  const team = await clients.readTeamVersion(projectId, input.teamVersionId);
  const startedAt = now();
  const { uses, question } = await questionFor(database, team, input, execution);
  const known = await readLookup(database, place, execution, question);
  if (known !== null) return { passages: known.length };
  const { cancellationSignal } = Context.current();
  const passages: FoundPassage[] = [];
  for (const use of uses) {
    const about = { conversationId, turn, seq };
    passages.push(...(await lookUp(clients, { projectId, use, question, about }, cancellationSignal)));
  }
  const lookup = {
    ...place,
    execution,
    collections: [...new Set(uses.flatMap(({ collections }) => collections))],
    question,
    passages: withoutRepeated(passages),
    latencyMs: Math.round(now() - startedAt),
  };
  const stored = await keepResult(
    'Knowledge was looked up',
    () => storeLookup(database, lookup),
    cancellationSignal,
  );
  return { passages: stored.length };
}

/** What the agent looks up before its answers, and what it asks: the end of what it sees. */
async function questionFor(
  database: Database,
  team: TeamConfig,
  input: LookUpKnowledgeInput,
  execution: Execution,
): Promise<{ uses: KnowledgeUse[]; question: string }> {
  const participant = modelParticipantOf(configAt(team, input.scope), input.speaker);
  const uses =
    participant.kind === 'agent'
      ? (participant.knowledge ?? []).filter(({ how }) => how === 'before_each_answer')
      : [];
  const asReply = { ...input, purpose: 'reply' as const };
  const transcript = await readForReply(database, team, participant, asReply, execution);
  if (transcript.hasAbandonedTail) {
    await database.$transaction((transaction) => supersedeTail(transaction, { ...input, ...execution }));
  }
  const question = lookUpQuery(viewOf(viewFor(team, participant, asReply), transcript.entries));
  return { uses, question };
}

/** Two uses may name one collection. */
function withoutRepeated(passages: readonly FoundPassage[]): FoundPassage[] {
  const seen = new Set<string>();
  return passages.filter(({ entryIds }) => {
    const isNew = entryIds.some((id) => !seen.has(id));
    for (const id of entryIds) seen.add(id);
    return isNew;
  });
}
