import type { Database } from '../../platform/database.ts';
import type { AnnounceInput } from '../../workflows/contracts/activityTypes.ts';
import type { MessageFacts } from '../../workflows/domain/message.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { currentExecution } from '../execution/execution.ts';
import { factsFor } from '../transcript/facts.ts';
import { storeMessages } from '../transcript/storeMessages.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';

/** See ConversationActivities.announce. */
export function createAnnounce(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: AnnounceInput): Promise<MessageFacts> => {
    const { speakers, seq, scope, speaker: source } = input;
    const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
    const body = { kind: 'speakers', speakers } as const;
    const message: TaskMessage = { type: 'SelectSpeakerEvent', source, content: speakers.join(', '), body };
    const place = { ...input, readBefore: null, execution: currentExecution() };
    await storeMessages(clients.database, place, [{ ...message, seq }]);
    return factsFor(team, scope, { ...message, seq });
  };
}
