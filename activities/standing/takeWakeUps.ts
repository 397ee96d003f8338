import { taskMessageRows, writeNextRun } from '../../platform/conversationRuns.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { lockConversation } from '../../platform/rowLocks.ts';
import { numbered } from '../../workflows/contracts/placedTask.ts';
import type { StandingActivities, StandingRef } from '../../workflows/contracts/standing.ts';
import { storedState } from '../../workflows/contracts/storedState.ts';
import { oneOf, wakeUpSources } from '../../workflows/domain/recordStates.ts';
import { WAKE_UPS_A_RUN, wakeUpMessage } from '../../workflows/domain/standing/wakeUp.ts';
import { writerText } from '../../workflows/domain/writer.ts';
import { currentExecution } from '../execution/execution.ts';
import { readStart } from '../transcript/readStart.ts';

/** What the keys of runs begin with that were begun by wake-ups. */
const WOKEN = 'wake-up:';

/**
 * See StandingActivities.takeWakeUps. The conversation's row is locked meanwhile: a person who continues it at the same
 * time is either first, and then a run is going, or finds one.
 */
export function createTakeWakeUps({ database }: { database: Database }): StandingActivities['takeWakeUps'] {
  return async (ref) => {
    const { projectId, conversationId } = ref;
    const found = await database.$transaction(async (transaction) => {
      const row = await lockConversation(transaction, ref);
      if (row === null || !row.standing) return 'closed' as const;
      if (row.state === 'starting') {
        // Told again while the run is starting: who has written it, starts it, or the reconciler does. Only an attempt
        // that was lost has nobody who knows of it.
        if (currentExecution().attempt === 1) return 'busy';
        const begun = { projectId, conversationId, run: row.run, idempotencyKey: { startsWith: WOKEN } };
        return (await transaction.conversationRun.count({ where: begun })) > 0 ? 'begun' : 'busy';
      }
      if (row.endedAt === null) return 'busy';
      return (await beginRun(transaction, ref, row.run + 1)) ? 'begun' : 'asleep';
    });
    if (found !== 'begun') return { kind: found };
    return { kind: found, start: await readStart(database, { projectId, id: conversationId }) };
  };
}

/** Writes the next run with the wake-ups that wait as its task; false: none do. */
async function beginRun(transaction: Transaction, ref: StandingRef, run: number): Promise<boolean> {
  const { projectId, conversationId } = ref;
  const waiting = await transaction.wakeUp.findMany({
    where: { projectId, conversationId, state: 'waiting' },
    include: { user: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: WAKE_UPS_A_RUN,
  });
  const [first] = waiting;
  if (first === undefined) return false;
  const idempotencyKey = `${WOKEN}${first.id}`;
  const next = { projectId, conversationId, run, idempotencyKey };
  const { revision, finalState } = await writeNextRun(transaction, {
    ...next,
    requestSha256: null,
    taskLength: waiting.length,
  });
  const ended = storedState(finalState);
  if (ended === null) throw new Error(`Conversation ${conversationId} sleeps without a state to go on from`);
  const writtenBy = writerText({ kind: 'form', idempotencyKey });
  await transaction.message.createMany({
    data: waiting.flatMap(({ source, sourceName, createdAt, text, userId, user }, index) => {
      const message = wakeUpMessage({
        source: oneOf(wakeUpSources, source),
        sourceName: sourceName ?? user?.name ?? null,
        at: createdAt.toISOString(),
        text,
      });
      const task = numbered([message], ended.nextSeq + index);
      return taskMessageRows({ ...next, userId, writtenBy, task, turn: ended.nextTurn, revision });
    }),
  });
  await transaction.wakeUp.updateMany({
    where: { projectId, id: { in: waiting.map(({ id }) => id) } },
    data: { state: 'taken', run, closedAt: new Date() },
  });
  return true;
}
