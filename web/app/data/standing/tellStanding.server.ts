import { signalOrStart } from '../../../../platform/startWorkflow.ts';
import { type StandingRef, standingStart } from '../../../../workflows/contracts/standing.ts';
import { lookForWakeUpsSignal } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';

/** How long a request waits for Temporal: what has been written is not lost. */
const TIMEOUT_MS = 2_500;

/**
 * Tells the workflow of a standing conversation to look, after its rows were written. False: it could not be told yet. Its rows are
 * what counts: the reconciler tells it later of what waits, and it does nothing that they don't allow.
 */
export async function tellStanding({ projectId, conversationId }: StandingRef): Promise<boolean> {
  const { temporal, environment, logger } = services();
  const start = standingStart({ projectId, conversationId });
  try {
    await askTemporal(temporal, TIMEOUT_MS, () =>
      signalOrStart(temporal, environment.TASK_QUEUE, start, lookForWakeUpsSignal),
    );
    return true;
  } catch (error) {
    logger.warn({ err: error, conversationId }, 'the standing conversation could not be told yet');
    return false;
  }
}
