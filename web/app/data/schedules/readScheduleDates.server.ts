import { datedRevisions } from '../../../../workflows/contracts/schedules/storedSchedule.ts';
import { conversationStates, oneOf } from '../../../../workflows/domain/recordStates.ts';
import {
  accountDates,
  type AccountedDate,
  CLOSING_MS,
  countOutcomes,
  type DatedRun,
} from '../../../../workflows/domain/schedules/dates.ts';
import { runKinds, runRefusals, scheduledRunStates } from '../../../../workflows/domain/schedules/states.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readWoken, type RunConversation, type ShownWakeUp } from './readWoken.server.ts';

/** A run of a schedule as it is shown with its date. */
export interface ShownRun extends DatedRun {
  revision: number;
  /** Null: it has none, or it was deleted. */
  conversation: RunConversation | null;
  /** Null: it has started its conversation, not woken one. */
  wakeUp: ShownWakeUp | null;
  /** What it was told of the runs before it, and by which; null: nothing. */
  carriedIn: string | null;
  carriedFromRunId: string | null;
  /** What it leaves for the next one, and who has edited it. */
  carriedOut: string | null;
  carriedOutBy: string | null;
}

export interface ScheduleDates {
  dates: AccountedDate<ShownRun>[];
  counts: ReturnType<typeof countOutcomes>;
  /** There are more dates in the range than were asked for: go on after the last one. */
  hasMore: boolean;
}

/** The most runs that are looked at of those that were going as a range began; the newest count. */
const MOST_GOING = 200;

const withConversation = {
  conversation: {
    select: {
      id: true,
      title: true,
      state: true,
      stopReason: true,
      costMicroUsd: true,
      unpricedCalls: true,
      unknownCalls: true,
    },
  },
};

/**
 * What became of each date of a schedule in a range (after `from`, up to `until`), the earliest first. Null: the project has
 * no such schedule.
 */
export async function readScheduleDates(
  scope: ProjectScope,
  scheduleId: string,
  { from, until, most }: { from: Date; until: Date; most: number },
): Promise<ScheduleDates | null> {
  const { database } = services();
  const { projectId } = scope;
  const schedule = await database.schedule.findFirst({
    where: { id: scheduleId, projectId },
    select: { maxRuns: true, seenAt: true, seenWaiting: true, seenDropped: true },
  });
  if (schedule === null) return null;
  const ofSchedule = { scheduleId, projectId };
  const earliest = { nominalAt: 'asc' as const };
  const [revisions, pauses, going, ofRange, next, last] = await Promise.all([
    database.scheduleRevision.findMany({
      where: { ...ofSchedule, effectiveAt: { not: null } },
      orderBy: { revision: 'asc' },
    }),
    database.schedulePause.findMany({ where: ofSchedule, orderBy: { pausedAt: 'asc' } }),
    // Those that were going as the range began explain what did not run in it.
    database.scheduledRun.findMany({
      where: {
        ...ofSchedule,
        nominalAt: { lte: from },
        OR: [{ endedAt: null }, { endedAt: { gt: new Date(from.getTime() - CLOSING_MS) } }],
      },
      orderBy: { nominalAt: 'desc' },
      take: MOST_GOING,
      include: withConversation,
    }),
    database.scheduledRun.findMany({
      where: { ...ofSchedule, nominalAt: { gt: from, lte: until } },
      orderBy: earliest,
      take: most + 1,
      include: withConversation,
    }),
    // It says since when the server was there again.
    database.scheduledRun.findMany({
      where: { ...ofSchedule, nominalAt: { gt: until }, startedAt: { not: null } },
      orderBy: earliest,
      take: 1,
      include: withConversation,
    }),
    schedule.maxRuns === null
      ? null
      : database.scheduledRun.findFirst({
          where: { ...ofSchedule, kind: 'scheduled', startedAt: { not: null } },
          orderBy: earliest,
          skip: schedule.maxRuns - 1,
          select: { nominalAt: true },
        }),
  ]);
  const runs = [...going.reverse(), ...ofRange, ...next];
  const woken = await readWoken(scope, runs);
  const history = {
    revisions: datedRevisions(revisions),
    pauses,
    runs: runs.map((run): ShownRun => ({
      id: run.id,
      nominalAt: run.nominalAt,
      kind: oneOf(runKinds, run.kind),
      state: oneOf(scheduledRunStates, run.state),
      refusal: run.refusal === null ? null : oneOf(runRefusals, run.refusal),
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      revision: run.revision,
      conversation:
        run.conversation === null
          ? (woken.get(run.id)?.conversation ?? null)
          : {
              ...run.conversation,
              state: oneOf(conversationStates, run.conversation.state),
              costMicroUsd: Number(run.conversation.costMicroUsd),
            },
      wakeUp: woken.get(run.id)?.wakeUp ?? null,
      carriedIn: run.carriedIn,
      carriedFromRunId: run.carriedFromRunId,
      carriedOut: run.carriedOut,
      carriedOutBy: run.carriedOutBy,
    })),
    lastRunAt: last?.nominalAt ?? null,
    seenAt: schedule.seenAt,
    waiting: schedule.seenWaiting,
    dropped: schedule.seenDropped,
    now: new Date(),
  };
  const dates = accountDates(history, { from, until, most: most + 1 });
  const page = dates.slice(0, most);
  return { dates: page, counts: countOutcomes(page), hasMore: dates.length > most };
}
