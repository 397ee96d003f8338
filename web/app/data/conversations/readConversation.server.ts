import type { Environment } from '../../../../platform/environment.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import { isAtRest } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { pageChange } from '../messages/pageMessage.ts';
import { NO_PENDING_WORK } from '../runs/pendingWorkView.ts';
import { readPendingWork } from '../runs/readPendingWork.server.ts';
import type { ConversationPageState } from './conversationState.ts';
import { lookAtWatched } from './lookAtWatched.server.ts';
import { readChanges } from './readChanges.server.ts';
import { readScheduleOf } from './readScheduleOf.server.ts';
import { readWakingSchedules, type WakingSchedule } from './readWakingSchedules.server.ts';
import { teamPlanView, type TeamView } from './teamView.ts';

export interface ConversationPage extends ConversationPageState {
  /** The number of earlier messages that are not included. */
  hiddenMessages: number;
  team: TeamView;
  startedBy: string | null;
  /** The schedule that has started it; null: a person or a program did. */
  schedule: { id: string; name: string } | null;
  /** The schedules that wake it. */
  wakingSchedules: WakingSchedule[];
  /** The address of Temporal's own UI for workflows; null if there is none. */
  workflowsUrl: string | null;
  /** The time of reading: durations count from it until the browser takes over. */
  readAtMs: number;
}

/** The page waits for Temporal no longer than a reader would notice. */
const PENDING_WORK_TIMEOUT_MS = 800;

/** A conversation with its newest `show` messages; null if the project has no such conversation. */
export async function readConversation(
  scope: ProjectScope,
  conversationId: string,
  show: number,
): Promise<ConversationPage | null> {
  const { projectId } = scope;
  const { database, temporal, environment } = services();
  const shown = { projectId, conversationId, supersededAt: null, copied: false };
  const [row, first] = await Promise.all([
    database.conversation.findFirst({
      where: { id: conversationId, projectId },
      select: {
        run: true,
        endedAt: true,
        createdBy: true,
        teamVersion: { select: { version: true, config: true, team: { select: { id: true, name: true } } } },
      },
    }),
    database.message.findFirst({
      where: shown,
      orderBy: [{ position: 'desc' }, { seq: 'desc' }],
      skip: show - 1,
      select: { seq: true, position: true },
    }),
  ]);
  if (row === null) return null;
  const from = first === null ? null : { seq: first.seq, position: Number(first.position) };
  const [changes, [open], hiddenMessages, user, pending, schedule, wakingSchedules] = await Promise.all([
    readChanges(database, [{ projectId, id: conversationId, revision: 0, from, to: null }]),
    lookAtWatched(database, [{ projectId, id: conversationId, revision: -1, liveKey: '' }]),
    first === null
      ? 0
      : database.message.count({
          where: {
            ...shown,
            OR: [{ position: { lt: first.position } }, { position: first.position, seq: { lt: first.seq } }],
          },
        }),
    row.createdBy === null
      ? null
      : database.user.findUnique({ where: { id: row.createdBy }, select: { name: true } }),
    isAtRest(row)
      ? NO_PENDING_WORK
      : readPendingWork(temporal, { conversationId, run: row.run }, PENDING_WORK_TIMEOUT_MS),
    readScheduleOf(scope, conversationId),
    readWakingSchedules(scope, conversationId),
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
    schedule,
    wakingSchedules,
    workflowsUrl: workflowsUrl(environment),
    readAtMs: Date.now(),
  };
}

function workflowsUrl({ TEMPORAL_UI_URL, TEMPORAL_NAMESPACE }: Environment): string | null {
  if (TEMPORAL_UI_URL === undefined) return null;
  const address = TEMPORAL_UI_URL.endsWith('/') ? TEMPORAL_UI_URL.slice(0, -1) : TEMPORAL_UI_URL;
  return `${address}/namespaces/${encodeURIComponent(TEMPORAL_NAMESPACE)}/workflows`;
}
