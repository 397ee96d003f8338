import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { conversationWorkflowId } from '../workflows/contracts/names.ts';
import { type OutsideEndKind, outsideOutcome } from '../workflows/domain/conversation/outsideEnds.ts';
import type { Outcome } from '../workflows/domain/conversation/state.ts';

/** How a workflow ended that has not said so in the database. */
export type OutsideEnd = { kind: 'gone' | 'ended'; outcome: Outcome };

/** The ends that a conversation's workflow does not bring about itself. */
const ENDED_FROM_OUTSIDE = new Map<string, OutsideEndKind>([
  ['TERMINATED', 'terminated'],
  ['FAILED', 'failed'],
  ['TIMED_OUT', 'timed_out'],
]);

/** Why a workflow no longer runs; null: it does. */
export async function outsideEnd(
  temporal: Client,
  conversationId: string,
  run: number,
): Promise<OutsideEnd | null> {
  const handle = temporal.workflow.getHandle(conversationWorkflowId(conversationId, run));
  try {
    const { status } = await handle.describe();
    const end = ENDED_FROM_OUTSIDE.get(status.name);
    if (end !== undefined) return { kind: 'ended', outcome: outsideOutcome(end) };
    // It said so once: an older copy of the database does not know of it.
    if (status.name === 'CANCELLED')
      return { kind: 'ended', outcome: { state: 'cancelled', stopReason: 'Cancelled' } };
    if (status.name === 'COMPLETED') return { kind: 'ended', outcome: (await handle.result()) as Outcome };
    return null;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return { kind: 'gone', outcome: outsideOutcome('gone') };
  }
}
