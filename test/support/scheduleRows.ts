import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { compileSpec } from '../../workflows/domain/schedules/compileSpec.ts';
import type { ScheduleSpec } from '../../workflows/domain/schedules/spec.ts';
import type { CarryOverKind, OverlapPolicy } from '../../workflows/domain/schedules/states.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';

export interface ScheduleToWrite {
  team: TeamConfig;
  /** The standing conversation that it wakes; then it has no team. */
  wakes?: string;
  spec: Partial<ScheduleSpec> & Pick<ScheduleSpec, 'timing'>;
  overlap?: OverlapPolicy;
  catchUpSeconds?: number;
  maxRuns?: number;
  runsADay?: number;
  costADayMicroUsd?: bigint;
  carryOver?: CarryOverKind;
  isPaused?: boolean;
}

const PLAIN = {
  timeZone: 'UTC',
  startAt: null,
  endAt: null,
  jitterSeconds: 0,
  gap: 'skip',
  fold: 'twice',
} as const;

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as object;

/** Writes the rows that the web app writes of a new schedule, with a team of its own. Returns its id. */
export async function writeSchedule(
  database: Database,
  projectId: string,
  {
    team: config,
    spec: given,
    overlap = 'skip',
    catchUpSeconds = 600,
    isPaused = false,
    wakes,
    ...rest
  }: ScheduleToWrite,
): Promise<string> {
  const teamId = wakes === undefined ? await writeTeam(database, projectId, config) : null;
  const spec = { ...PLAIN, ...given };
  const { id } = await database.schedule.create({
    data: {
      projectId,
      name: 'Daily report',
      teamId,
      wakesId: wakes ?? null,
      task: [{ type: 'TextMessage', source: 'user', content: 'Write the report.', body: null }],
      idempotencyKey: randomUUID(),
      requestSha256: '',
      pausedAt: isPaused ? new Date() : null,
      ...rest,
    },
  });
  await writeRevision(database, { projectId, scheduleId: id, revision: 1, spec, overlap, catchUpSeconds });
  return id;
}

async function writeTeam(database: Database, projectId: string, config: TeamConfig): Promise<string> {
  const team = await database.team.create({ data: { projectId, name: `Team ${randomUUID()}` } });
  await database.teamVersion.create({
    data: { projectId, teamId: team.id, version: 1, description: '', config: json(config) },
  });
  return team.id;
}

/** Writes the rows that the web app writes of a schedule that is changed. */
export async function rewriteSchedule(
  database: Database,
  { projectId, scheduleId }: { projectId: string; scheduleId: string },
  {
    spec,
    overlap = 'skip',
    catchUpSeconds = 600,
  }: Pick<ScheduleToWrite, 'spec' | 'overlap' | 'catchUpSeconds'>,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { revision } = await transaction.schedule.update({
      where: { id: scheduleId, projectId },
      data: { revision: { increment: 1 }, unappliedSince: new Date() },
    });
    const full = { ...PLAIN, ...spec };
    await writeRevision(transaction, {
      projectId,
      scheduleId,
      revision,
      spec: full,
      overlap,
      catchUpSeconds,
    });
  });
}

async function writeRevision(
  database: Pick<Database, 'scheduleRevision'>,
  {
    spec,
    ...row
  }: {
    projectId: string;
    scheduleId: string;
    revision: number;
    spec: ScheduleSpec;
    overlap: OverlapPolicy;
    catchUpSeconds: number;
  },
): Promise<void> {
  const serverSpec = compileSpec(spec, new Date());
  await database.scheduleRevision.create({
    data: { ...row, spec: json(spec), serverSpec: json(serverSpec) },
  });
}
