import { ApplicationFailure } from '@temporalio/common';
import type { Database } from '../../platform/database.ts';
import type { OpenInnerInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import { innerTeamsOf } from '../../workflows/domain/conversation/scope.ts';
import { type MessageFacts, USER_SOURCE } from '../../workflows/domain/message.ts';
import { storableText } from '../../workflows/domain/storable.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { innerTask } from '../../workflows/domain/transcript/innerTask.ts';
import { currentExecution } from '../execution/execution.ts';
import { parseArguments } from '../tools/sortCalls.ts';
import { factsFor } from '../transcript/facts.ts';
import { readEntries } from '../transcript/readEntries.ts';
import { storeMessages } from '../transcript/storeMessages.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { readToolCall } from '../transcript/toolCalls.ts';

interface OpenInnerClients {
  database: Database;
  readTeamVersion: ReadTeamVersion;
}

/** See ConversationActivities.openInner. */
export function createOpenInner(clients: OpenInnerClients) {
  return async (input: OpenInnerInput): Promise<MessageFacts[]> => {
    const { database } = clients;
    const { innerScope, seq } = input;
    const execution = currentExecution();
    const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
    const messages = await taskOf(clients, team, input);
    await storeMessages(
      database,
      { ...input, scope: innerScope, execution },
      // The task of a tool's team is written here; a participant's task is already in the outer transcript.
      input.call === null
        ? [{ seq, ...packed(messages), copied: true }]
        : messages.map((message) => ({ ...message, seq })),
    );
    return messages.map((message) => factsFor(team, innerScope, { ...message, seq }));
  };
}

function packed(messages: TaskMessage[]): TaskMessage {
  return { type: 'TextMessage', source: USER_SOURCE, content: '', body: { kind: 'task', messages } };
}

async function taskOf(
  { database }: OpenInnerClients,
  team: TeamConfig,
  input: OpenInnerInput,
): Promise<TaskMessage[]> {
  if (input.call !== null) {
    const row = await readToolCall(database, input, input.call);
    const given = parseArguments(row.approvedArguments ?? row.proposedArguments);
    const task = typeof given === 'string' ? given : given.task;
    // Within JSON a NUL is an escape: it is one only now.
    const content = typeof task === 'string' ? storableText(task) : JSON.stringify(task ?? given);
    return [{ type: 'TextMessage', source: USER_SOURCE, content, body: null }];
  }
  const outer = configAt(team, input.scope);
  const participant = outer.participants.find(({ name }) => name === input.speaker);
  if (participant?.kind !== 'team' && participant?.kind !== 'society') {
    throw ApplicationFailure.nonRetryable(`${input.speaker} is not an inner team`, 'conversation_missing');
  }
  const { entries, own } = await readEntries(database, { ...input, ...currentExecution() });
  // An earlier attempt may have given it the task already: what is new to it is what was new then.
  const mine = new Set(own.map(({ seq }) => seq));
  const before = entries.filter(({ seq }) => !mine.has(seq));
  return innerTask(before, participant, {
    scope: input.scope,
    readBefore: input.readBefore,
    innerTeams: innerTeamsOf(outer, input.scope),
  });
}
