import { teamConfigSchema } from '../../../workflows/contracts/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { isOver, NO_PENDING_WORK } from '../conversations/view.ts';
import type { ConversationPageState } from '../conversations/conversationState.ts';
import { services } from '../services.server.ts';
import { readChanges } from './readChanges.server.ts';
import { readPendingWork } from './readPendingWork.server.ts';

export interface ConversationPage extends ConversationPageState {
  /** Earlier messages that are not among these. */
  hiddenMessages: number;
  team: {
    id: string;
    name: string;
    version: number;
    participants: { name: string; kind: 'agent' | 'person' }[];
  };
  startedBy: string | null;
}

/** A page does not wait longer for Temporal than a reader would notice. */
const PENDING_WORK_TIMEOUT_MS = 800;

/** A conversation with its newest `show` messages; null: the project has none of this id. */
export async function readConversation(
  scope: ProjectScope,
  conversationId: string,
  show: number,
): Promise<ConversationPage | null> {
  const { projectId } = scope;
  const { database, temporal } = services();
  const row = await database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: {
      state: true,
      run: true,
      createdBy: true,
      liveTexts: { select: { seq: true, source: true, attempt: true, text: true }, orderBy: { seq: 'asc' } },
      teamVersion: { select: { version: true, config: true, team: { select: { id: true, name: true } } } },
      messages: {
        where: { supersededAt: null },
        orderBy: { seq: 'desc' },
        skip: show - 1,
        take: 1,
        select: { seq: true },
      },
    },
  });
  if (row === null) return null;
  const fromSeq = row.messages[0]?.seq ?? 0;
  const [changes, hiddenMessages, user, pending] = await Promise.all([
    readChanges(database, [{ projectId, id: conversationId, revision: 0, fromSeq }]),
    database.message.count({ where: { conversationId, supersededAt: null, seq: { lt: fromSeq } } }),
    row.createdBy === null
      ? null
      : database.user.findUnique({ where: { id: row.createdBy }, select: { name: true } }),
    isOver(row.state)
      ? NO_PENDING_WORK
      : readPendingWork(temporal, { conversationId, run: row.run }, PENDING_WORK_TIMEOUT_MS),
  ]);
  const [change] = changes;
  if (change === undefined) return null;
  const { team, version, config } = row.teamVersion;
  const { participants } = teamConfigSchema.parse(config);
  return {
    ...change,
    live: row.liveTexts,
    pending,
    hiddenMessages,
    team: { ...team, version, participants: participants.map(({ name, kind }) => ({ name, kind })) },
    startedBy: user?.name ?? null,
  };
}
