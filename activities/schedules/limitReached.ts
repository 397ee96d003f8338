import type { Transaction } from '../../platform/database.ts';
import { costsOfRuns } from '../../platform/runCosts.ts';
import { startOfDay } from '../../workflows/domain/schedules/localDay.ts';
import type { RunKind, RunRefusal } from '../../workflows/domain/schedules/states.ts';

export interface LimitedSchedule {
  id: string;
  projectId: string;
  deletedAt: Date | null;
  maxRuns: number | null;
  runsADay: number | null;
  costADayMicroUsd: bigint | null;
}

/** The limit that does not let a run begin now; null: none does. */
export async function limitReached(
  transaction: Transaction,
  schedule: LimitedSchedule,
  { kind, timeZone }: { kind: RunKind; timeZone: string },
): Promise<RunRefusal | null> {
  const { id: scheduleId, projectId, deletedAt, maxRuns, runsADay, costADayMicroUsd } = schedule;
  if (deletedAt !== null) return 'deleted';
  const begun = { projectId, scheduleId, startedAt: { not: null } };
  if (maxRuns !== null && kind === 'scheduled') {
    const count = await transaction.scheduledRun.count({ where: { ...begun, kind: 'scheduled' } });
    if (count >= maxRuns) return 'max_runs';
  }
  if (runsADay === null && costADayMicroUsd === null) return null;
  const today = startOfDay(new Date(), timeZone);
  const ofToday = { ...begun, startedAt: { gte: today } };
  if (runsADay !== null && (await transaction.scheduledRun.count({ where: ofToday })) >= runsADay) {
    return 'runs_a_day';
  }
  if (costADayMicroUsd === null) return null;
  const spent = await spentSince(transaction, { projectId, scheduleId, since: today });
  return spent >= costADayMicroUsd ? 'cost_a_day' : null;
}

/** What conversations cost that it has started since then, and runs of conversations that it has woken: each once. */
async function spentSince(
  transaction: Transaction,
  { projectId, scheduleId, since }: { projectId: string; scheduleId: string; since: Date },
): Promise<bigint> {
  const startedAt = { gte: since };
  const { _sum: started } = await transaction.conversation.aggregate({
    where: { projectId, scheduled: { scheduleId, startedAt } },
    _sum: { costMicroUsd: true },
  });
  const taken = await transaction.wakeUp.findMany({
    where: { projectId, run: { not: null }, scheduled: { scheduleId, startedAt } },
    select: { conversationId: true, run: true },
  });
  const runs = taken.flatMap(({ conversationId, run }) => (run === null ? [] : [{ conversationId, run }]));
  const woken = await costsOfRuns(transaction, projectId, runs);
  return woken.reduce(
    (sum, { costMicroUsd }) => sum + BigInt(Math.round(costMicroUsd)),
    started.costMicroUsd ?? 0n,
  );
}
