import { startWorkflow } from '../../../../platform/startWorkflow.ts';
import { importStart, type StartableImport } from '../../../../workflows/contracts/importStart.ts';
import { services } from '../../services.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';

/** How long a page waits for Temporal. */
const START_TIMEOUT_MS = 2_500;

/** Starts the workflow of an import whose rows exist; if it can't be started now, the worker's reconciler starts it later. */
export async function launchImport(row: StartableImport): Promise<void> {
  const { temporal, environment, logger } = services();
  try {
    await askTemporal(temporal, START_TIMEOUT_MS, () =>
      startWorkflow(temporal, environment.TASK_QUEUE, importStart(row)),
    );
  } catch (error) {
    logger.warn({ err: error, importId: row.id }, 'the import could not be started yet');
  }
}
