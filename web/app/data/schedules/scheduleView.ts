import { storedSpecSchema } from '../../../../workflows/contracts/schedules/storedSchedule.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import { markClockChanges, type PreviewedTime } from '../../../../workflows/domain/schedules/preview.ts';
import type { ScheduleSpec } from '../../../../workflows/domain/schedules/spec.ts';
import {
  type CarryOverKind,
  carryOverKinds,
  type OutsideChange,
  outsideChanges,
  overlapPolicies,
  type OverlapPolicy,
} from '../../../../workflows/domain/schedules/states.ts';

/** How a schedule stands, for a list. */
export type ScheduleState = 'active' | 'paused' | 'ended' | 'deleted_outside';

/** A schedule as pages and the API show it. */
export interface ScheduleView {
  id: string;
  name: string;
  state: ScheduleState;
  /** The team that starts a new conversation at each date; null: it wakes a standing one. */
  team: { id: string; name: string; teamVersionId: string | null; version: number | null } | null;
  /** The conversation that each date wakes; null: it has a team, or the conversation was deleted. */
  wakes: { id: string; title: string; standing: boolean } | null;
  /** As a person said it; null: somebody has edited it with Temporal's own tools. */
  spec: ScheduleSpec | null;
  timeZone: string;
  overlap: OverlapPolicy;
  catchUpSeconds: number;
  maxRuns: number | null;
  runsADay: number | null;
  costADayMicroUsd: number | null;
  carryOver: CarryOverKind;
  revision: number;
  pausedAt: Date | null;
  pauseNote: string;
  /** Since when a change is on its way into Temporal; null: all stands there. */
  unappliedSince: Date | null;
  /** What the server said against it, in its own words; '' if nothing. */
  applyProblem: string;
  outsideChange: OutsideChange | null;
  /** The next times, as the Temporal server says them; with its jitter. Empty before it was asked. */
  nextTimes: PreviewedTime[];
  /** When the server was last asked; null: not yet. */
  seenAt: Date | null;
  /** What the server has counted since the schedule stands there. */
  counters: { taken: number; missed: number; skipped: number; dropped: number; waiting: number };
  createdAt: Date;
  endedAt: Date | null;
}

/** What is read of a schedule to show it. */
export interface StoredScheduleRow {
  id: string;
  name: string;
  revision: number;
  maxRuns: number | null;
  runsADay: number | null;
  costADayMicroUsd: bigint | null;
  carryOver: string;
  pausedAt: Date | null;
  pauseNote: string;
  unappliedSince: Date | null;
  applyProblem: string;
  outsideChange: string | null;
  seenAt: Date | null;
  seenTimes: Date[];
  seenTaken: number;
  seenMissed: number;
  seenSkipped: number;
  seenDropped: number;
  seenWaiting: number;
  createdAt: Date;
  endedAt: Date | null;
  teamVersionId: string | null;
  team: { id: string; name: string } | null;
  teamVersion: { version: number } | null;
  wakes: { id: string; title: string; standing: boolean } | null;
  revisions: { spec: unknown; serverSpec: unknown; overlap: string; catchUpSeconds: number }[];
}

/** A row with its newest revision as it is shown. */
export function scheduleView(row: StoredScheduleRow, now: Date): ScheduleView {
  const [newest] = row.revisions;
  if (newest === undefined) throw new Error('a schedule has a revision');
  const timeZone = (newest.serverSpec as { timeZone: string }).timeZone;
  const { id, name, revision, maxRuns, runsADay, costADayMicroUsd, pausedAt, pauseNote, unappliedSince } =
    row;
  return {
    id,
    name,
    state: stateOf(row),
    team:
      row.team === null
        ? null
        : {
            id: row.team.id,
            name: row.team.name,
            teamVersionId: row.teamVersionId,
            version: row.teamVersion?.version ?? null,
          },
    wakes: row.wakes,
    spec: newest.spec === null ? null : storedSpecSchema.parse(newest.spec),
    timeZone,
    overlap: oneOf(overlapPolicies, newest.overlap),
    catchUpSeconds: newest.catchUpSeconds,
    maxRuns,
    runsADay,
    costADayMicroUsd: costADayMicroUsd === null ? null : Number(costADayMicroUsd),
    carryOver: oneOf(carryOverKinds, row.carryOver),
    revision,
    pausedAt,
    pauseNote,
    unappliedSince,
    applyProblem: row.applyProblem,
    outsideChange: row.outsideChange === null ? null : oneOf(outsideChanges, row.outsideChange),
    nextTimes: markClockChanges(
      row.seenTimes.filter((at) => at > now),
      timeZone,
      now,
    ),
    seenAt: row.seenAt,
    counters: {
      taken: row.seenTaken,
      missed: row.seenMissed,
      skipped: row.seenSkipped,
      dropped: row.seenDropped,
      waiting: row.seenWaiting,
    },
    createdAt: row.createdAt,
    endedAt: row.endedAt,
  };
}

function stateOf({ outsideChange, endedAt, pausedAt }: StoredScheduleRow): ScheduleState {
  if (outsideChange === 'deleted') return 'deleted_outside';
  if (endedAt !== null) return 'ended';
  return pausedAt === null ? 'active' : 'paused';
}
