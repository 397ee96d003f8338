import { ApplicationFailure } from '@temporalio/common';
import type { ManageInput, ManageResult } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { ManagerTalk } from '../asking/askOnce.ts';
import type { ModelAccess } from '../asking/question.ts';
import { currentExecution } from '../execution/execution.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import { markLostCalls } from '../transcript/earlierCalls.ts';
import { factsFor } from '../transcript/facts.ts';
import { readEntries } from '../transcript/readEntries.ts';
import { storeMessages } from '../transcript/storeMessages.ts';
import { supersedeTail } from '../transcript/supersedeTail.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import type { ManagerMessage } from './manager.ts';
import { managerFor } from './registry.ts';

interface ManageClients extends ModelAccess {
  defaultModel: string;
  readTeamVersion: ReadTeamVersion;
}

/** See ConversationActivities.manage. */
export function createManage(clients: ManageClients) {
  return (input: ManageInput): Promise<ManageResult> => withHeartbeat(() => manage(clients, input));
}

async function manage(clients: ManageClients, input: ManageInput): Promise<ManageResult> {
  const { database, defaultModel } = clients;
  const execution = currentExecution();
  const whole = await clients.readTeamVersion(input.projectId, input.teamVersionId);
  const failedBefore = execution.attempt > 1 ? await markLostCalls(database, input, execution) : 0;
  const place = { ...input, ...execution };
  const read = await readEntries(database, place);
  if (read.hasAbandonedTail) {
    await database.$transaction((transaction) => supersedeTail(transaction, place));
  }
  // What an earlier attempt has written is not part of what it was written from.
  const mine = new Set(read.own.map(({ seq }) => seq));
  const transcript = { ...read, entries: read.entries.filter(({ seq }) => !mine.has(seq)) };
  const team = configAt(whole, input.scope);
  const { pattern } = team;
  const spent = { microUsd: 0 };
  const talkTo = (client: ManagerTalk['client']): ManagerTalk => ({
    access: clients,
    input,
    execution,
    transcript,
    client,
    failedBefore,
    spent,
  });
  const say = async (messages: readonly ManagerMessage[]) => {
    const placed = messages.map((message, index) => ({
      ...message,
      seq: input.seq + index,
      source: input.speaker,
    }));
    await storeMessages(database, { ...input, readBefore: null, execution }, placed);
    return placed.map((message) => factsFor(whole, input.scope, message));
  };
  const work = managerFor(pattern.kind, input.work.kind);
  if (work === null) {
    throw ApplicationFailure.nonRetryable(
      `A team of pattern ${pattern.kind} has no manager`,
      'conversation_missing',
    );
  }
  const managed = await work({ team, config: pattern, defaultModel, talkTo, say }, input.work);
  return { ...managed, costMicroUsd: spent.microUsd };
}
