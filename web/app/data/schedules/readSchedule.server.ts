import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import {
  type RunRefusal,
  runRefusals,
  type ScheduledRunState,
  scheduledRunStates,
} from '../../../../workflows/domain/schedules/states.ts';
import type { TaskMessage } from '../../../../workflows/domain/transcript/entry.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { containing, type ListPage, type ListRequest, readListPage } from '../lists/listPage.ts';
import { type ScheduleView, scheduleView } from './scheduleView.ts';

/** The columns of a schedule that are shown, with those of its newest revision. */
const shown = (projectId: string) => ({
  team: { select: { id: true, name: true } },
  teamVersion: { select: { version: true } },
  wakes: { select: { id: true, title: true, standing: true } },
  revisions: { where: { projectId }, orderBy: { revision: 'desc' as const }, take: 1 },
});

/** A schedule with its task; null: the project has none with this id, or it is deleted. */
export async function readSchedule(
  { projectId }: ProjectScope,
  scheduleId: string,
): Promise<(ScheduleView & { task: TaskMessage[] }) | null> {
  const row = await services().database.schedule.findFirst({
    where: { id: scheduleId, projectId, deletedAt: null },
    include: shown(projectId),
  });
  if (row === null) return null;
  return { ...scheduleView(row, new Date()), task: row.task as unknown as TaskMessage[] };
}

/** The newest run of a schedule that has begun or was refused, for a list. */
export interface LastRun {
  nominalAt: Date;
  state: ScheduledRunState;
  refusal: RunRefusal | null;
  /** The conversation that it has started or woken. */
  conversationId: string | null;
}

/** A schedule in a list. */
export type ListedSchedule = ScheduleView & { lastRun: LastRun | null };

/** Which schedules are listed: those of one team; those that wake one conversation; those whose name contains the text. */
interface Wanted {
  teamId?: string;
  wakesId?: string;
  search?: string;
}

function conditions({ projectId }: ProjectScope, { teamId, wakesId, search = '' }: Wanted) {
  return {
    projectId,
    deletedAt: null,
    ...(teamId === undefined ? {} : { teamId }),
    ...(wakesId === undefined ? {} : { wakesId }),
    ...(search === '' ? {} : { name: containing(search) }),
  };
}

async function readRows(
  scope: ProjectScope,
  wanted: Wanted,
  part: { skip: number; take: number },
): Promise<ListedSchedule[]> {
  const { projectId } = scope;
  const rows = await services().database.schedule.findMany({
    where: conditions(scope, wanted),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...part,
    include: {
      ...shown(projectId),
      runs: {
        where: { projectId, state: { not: 'requested' } },
        orderBy: { nominalAt: 'desc' },
        take: 1,
        select: {
          nominalAt: true,
          state: true,
          refusal: true,
          conversationId: true,
          wakeUp: { select: { conversationId: true } },
        },
      },
    },
  });
  const now = new Date();
  return rows.map(({ runs: [last], ...row }) => ({
    ...scheduleView(row, now),
    lastRun:
      last === undefined
        ? null
        : {
            nominalAt: last.nominalAt,
            state: oneOf(scheduledRunStates, last.state),
            refusal: last.refusal === null ? null : oneOf(runRefusals, last.refusal),
            conversationId: last.conversationId ?? last.wakeUp?.conversationId ?? null,
          },
  }));
}

/** The schedules of a project, the newest first, and how many there are. */
export async function listSchedules(
  scope: ProjectScope,
  { skip, take, ...wanted }: Wanted & { skip: number; take: number },
): Promise<{ schedules: ListedSchedule[]; total: number }> {
  const [schedules, total] = await Promise.all([
    readRows(scope, wanted, { skip, take }),
    services().database.schedule.count({ where: conditions(scope, wanted) }),
  ]);
  return { schedules, total };
}

/** A page of the project's schedules, the newest first. */
export async function listSchedulePage(
  scope: ProjectScope,
  { wakesId, ...request }: ListRequest & { wakesId?: string | undefined },
): Promise<ListPage<ListedSchedule>> {
  const wanted = { search: request.search, ...(wakesId === undefined ? {} : { wakesId }) };
  return readListPage(request, {
    count: () => services().database.schedule.count({ where: conditions(scope, wanted) }),
    rows: (part) => readRows(scope, wanted, part),
  });
}
