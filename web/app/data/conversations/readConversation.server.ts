import type { Environment } from '../../../../platform/environment.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import { conversationStates, isOver, oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { pageChange } from '../messages/pageMessage.ts';
import { readPendingWork } from '../runs/readPendingWork.server.ts';
import type { ConversationPageState } from './conversationState.ts';
import { lookAtWatched } from './lookAtWatched.server.ts';
import { readChanges } from './readChanges.server.ts';
import { teamPlanView, type TeamView } from './teamView.ts';
import { NO_PENDING_WORK } from './view.ts';

export interface ConversationPage extends ConversationPageState {
  /** Earlier messages that are not among these. */
  hiddenMessages: number;
  team: TeamView;
  startedBy: string | null;
  /** Where Temporal's own UI shows workflows; null: there is none. */
  workflowsUrl: string | null;
  /** When it was read: what is counted in seconds counts from here until the browser has taken over. */
  readAtMs: number;
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
  const { database, temporal, environment } = services();
  const row = await database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: {
      state: true,
      run: true,
      createdBy: true,
      teamVersion: { select: { version: true, config: true, team: { select: { id: true, name: true } } } },
      messages: {
        where: { supersededAt: null, copied: false },
        orderBy: [{ position: 'desc' }, { seq: 'desc' }],
        skip: show - 1,
        take: 1,
        select: { seq: true, position: true },
      },
    },
  });
  if (row === null) return null;
  const first = row.messages[0];
  const from = first === undefined ? null : { seq: first.seq, position: Number(first.position) };
  const [changes, [open], hiddenMessages, user, pending] = await Promise.all([
    readChanges(database, [{ projectId, id: conversationId, revision: 0, from, to: null }]),
    lookAtWatched(database, [{ projectId, id: conversationId, revision: -1, liveKey: '' }]),
    first === undefined
      ? 0
      : database.message.count({
          where: {
            conversationId,
            supersededAt: null,
            copied: false,
            OR: [{ position: { lt: first.position } }, { position: first.position, seq: { lt: first.seq } }],
          },
        }),
    row.createdBy === null
      ? null
      : database.user.findUnique({ where: { id: row.createdBy }, select: { name: true } }),
    isOver(oneOf(conversationStates, row.state))
      ? NO_PENDING_WORK
      : readPendingWork(temporal, { conversationId, run: row.run }, PENDING_WORK_TIMEOUT_MS),
  ]);
  const [change] = changes;
  if (change === undefined) return null;
  const { team, version, config } = row.teamVersion;
  const parsed = teamConfigSchema.safeParse(config);
  return {
    ...pageChange(change),
    live: open?.live ?? [],
    openCalls: open?.openCalls ?? [],
    pending,
    hiddenMessages,
    gaps: hiddenMessages === 0 ? [] : [{ from: 0, to: hiddenMessages }],
    team: { ...team, version, plan: parsed.success ? teamPlanView(parsed.data) : null },
    startedBy: user?.name ?? null,
    workflowsUrl: workflowsUrl(environment),
    readAtMs: Date.now(),
  };
}

function workflowsUrl({ TEMPORAL_UI_URL, TEMPORAL_NAMESPACE }: Environment): string | null {
  if (TEMPORAL_UI_URL === undefined) return null;
  const address = TEMPORAL_UI_URL.endsWith('/') ? TEMPORAL_UI_URL.slice(0, -1) : TEMPORAL_UI_URL;
  return `${address}/namespaces/${encodeURIComponent(TEMPORAL_NAMESPACE)}/workflows`;
}
