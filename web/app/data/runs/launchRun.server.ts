import { startWorkflow } from '../../../../platform/startWorkflow.ts';
import {
  conversationStart,
  type StartableConversation,
} from '../../../../workflows/contracts/conversationStart.ts';
import { services } from '../../services.server.ts';
import { askTemporal } from './askTemporal.server.ts';

/** How long a page waits for Temporal before it says that the start is delayed. */
const START_TIMEOUT_MS = 2_500;

/**
 * Starts the workflow of a run whose rows exist. "written": it could not be started now; the worker's reconciler
 * starts it later.
 */
export async function launchRun(conversation: StartableConversation): Promise<'started' | 'written'> {
  const { temporal, environment, logger } = services();
  try {
    await askTemporal(temporal, START_TIMEOUT_MS, () =>
      startWorkflow(temporal, environment.TASK_QUEUE, conversationStart(conversation)),
    );
    return 'started';
  } catch (error) {
    const { id: conversationId, run } = conversation;
    logger.warn({ err: error, conversationId, run }, 'the workflow could not be started yet');
    return 'written';
  }
}
