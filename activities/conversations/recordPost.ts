import type { Database } from '../../platform/database.ts';
import type { RecordPostInput } from '../../workflows/contracts/activityTypes.ts';
import { type MessageFacts, USER_SOURCE } from '../../workflows/domain/message.ts';
import { currentExecution } from '../execution/execution.ts';
import { factsFor } from '../transcript/facts.ts';
import { storePersonMessage } from '../transcript/storePersonMessage.ts';
import { readSubmission } from '../transcript/submissions.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { raiseRevision } from '../transcript/watchers.ts';

/** See ConversationActivities.recordPost. */
export function createRecordPost(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: RecordPostInput): Promise<MessageFacts> => {
    const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
    const execution = currentExecution();
    const message = await clients.database.$transaction(async (transaction) => {
      const revision = await raiseRevision(transaction, input);
      const content = await readSubmission(transaction, input);
      return storePersonMessage(transaction, {
        ...input,
        scope: '',
        source: USER_SOURCE,
        content,
        body: null,
        execution,
        revision,
      });
    });
    return factsFor(team, '', message);
  };
}
