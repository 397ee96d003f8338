import type { Transaction } from '../../platform/database.ts';
import type { BeginRunInput } from '../../workflows/contracts/schedules/scheduledRun.ts';
import { isAtRest, oneOf } from '../../workflows/domain/recordStates.ts';
import {
  overlapPolicies,
  type OverlapPolicy,
  type RunKind,
} from '../../workflows/domain/schedules/states.ts';
import { wokenRunEnd } from '../transcript/wokenRunEnd.ts';

/** What the run before one that the server has started asks of it, by their policy. */
export type RunBefore =
  | { kind: 'begin' }
  /** Its end has to come, or to be written down, first. */
  | { kind: 'wait' }
  | { kind: 'skipped' }
  | { kind: 'end_first'; conversationId: string };

/**
 * Applies the overlap policy to a run that is about to begin, by our rows. The server has done so before it started it; but
 * one that was killed as it started a run may not know of that run afterwards.
 */
export async function runBefore(
  transaction: Transaction,
  input: BeginRunInput,
  { nominalAt, kind }: { nominalAt: Date; kind: RunKind },
): Promise<RunBefore> {
  const { projectId, scheduleId, askedToEnd } = input;
  // A run by hand goes beside any other.
  if (kind === 'manual') return { kind: 'begin' };
  const before = await transaction.scheduledRun.findFirst({
    where: { projectId, scheduleId, kind, state: 'running', nominalAt: { lt: nominalAt } },
    orderBy: { nominalAt: 'desc' },
    select: {
      nominalAt: true,
      wakeUpId: true,
      conversation: { select: { id: true, endedAt: true, run: true } },
    },
  });
  if (before === null) return { kind: 'begin' };
  const policy = await policyFrom(transaction, input, { kind, from: before.nominalAt, until: nominalAt });
  switch (policy) {
    case null:
    case 'allow_all':
      return { kind: 'begin' };
    case 'buffer_one':
    case 'buffer_all':
      return { kind: 'wait' };
    case 'skip':
    case 'cancel_other':
    case 'terminate_other': {
      const { conversation, wakeUpId } = before;
      if (wakeUpId !== null) {
        // What it has woken is not the schedule's to end; no such policy is taken here, but somebody may have set it in Temporal.
        if (policy !== 'skip') return { kind: 'begin' };
        const ended = await wokenRunEnd(transaction, { projectId, wakeUpId });
        return ended === null ? { kind: 'skipped' } : { kind: 'wait' };
      }
      if (conversation === null) return { kind: 'wait' };
      // A person may have given it a further task: then its run of the schedule has ended, and is being closed.
      const hasEnded = conversation.run > 0 || isAtRest(conversation);
      if (hasEnded) return policy === 'terminate_other' ? { kind: 'begin' } : { kind: 'wait' };
      if (policy === 'skip') return { kind: 'skipped' };
      if (policy === 'terminate_other' && askedToEnd === conversation.id) return { kind: 'begin' };
      return { kind: 'end_first', conversationId: conversation.id };
    }
  }
}

/**
 * The policy under which both runs are; null: it was changed between them, and the server's word counts. Whoever has to wait
 * does so by the policy of the run before.
 */
async function policyFrom(
  transaction: Transaction,
  { projectId, scheduleId }: BeginRunInput,
  { kind, from, until }: { kind: RunKind; from: Date; until: Date },
): Promise<OverlapPolicy | null> {
  const ofSchedule = { projectId, scheduleId };
  if (kind === 'backfill') {
    const backfill = await transaction.scheduleBackfill.findFirst({
      where: { ...ofSchedule, rangeFrom: { lte: from }, rangeUntil: { gte: until } },
      orderBy: { createdAt: 'desc' },
      select: { overlap: true },
    });
    return backfill === null ? null : oneOf(overlapPolicies, backfill.overlap);
  }
  const revisionAt = (at: Date) =>
    transaction.scheduleRevision.findFirst({
      where: { ...ofSchedule, effectiveAt: { lte: at } },
      orderBy: { revision: 'desc' },
      select: { overlap: true },
    });
  const before = await revisionAt(from);
  if (before === null) return null;
  const policy = oneOf(overlapPolicies, before.overlap);
  if (policy === 'buffer_one' || policy === 'buffer_all') return policy;
  return (await revisionAt(until))?.overlap === policy ? policy : null;
}
