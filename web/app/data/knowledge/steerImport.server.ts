import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { importWorkflowId } from '../../../../workflows/contracts/names.ts';
import { assertNever } from '../../../../workflows/domain/json.ts';
import { pauseSignal, resumeSignal } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';
import type { ImportSteering } from './importIntents.ts';

const TIMEOUT_MS = 5_000;

/**
 * Pauses, resumes or cancels an import, into this collection where one is named. `over`: it has ended, and stays as it is.
 * `not_started`: its workflow is still to be started.
 */
export async function steerImport(
  scope: ProjectScope,
  {
    userId,
    collectionId,
    importId,
    steering,
  }: { userId: string; collectionId?: string; importId: string; steering: ImportSteering },
): Promise<'done' | 'over' | 'not_found' | 'not_started'> {
  const { database, temporal } = services();
  const { projectId } = scope;
  const row = await database.knowledgeImport.findFirst({
    where: { id: importId, projectId, ...(collectionId === undefined ? {} : { collectionId }) },
    select: { state: true, run: true },
  });
  if (row === null) return 'not_found';
  if (row.state === 'finished' || row.state === 'cancelled') return 'over';
  await recordAudit(database, scope, {
    userId,
    action: `import.${steering}`,
    subjectType: 'import',
    subjectId: importId,
  });
  try {
    await askTemporal(temporal, TIMEOUT_MS, () =>
      tell(temporal, importWorkflowId(importId, row.run), steering),
    );
    await showSteering(projectId, importId, steering);
    return 'done';
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return row.state === 'starting' ? 'not_started' : 'over';
  }
}

/**
 * Shows at once what the workflow was told. The workflow itself says that it is paused only when the next document would
 * begin, which can take minutes.
 */
async function showSteering(projectId: string, importId: string, steering: ImportSteering): Promise<void> {
  if (steering === 'cancel') return;
  const [from, to] = steering === 'pause' ? ['running', 'paused'] : ['paused', 'running'];
  await services().database.knowledgeImport.updateMany({
    where: { id: importId, projectId, state: from },
    data: { state: to, updatedAt: new Date() },
  });
}

async function tell(temporal: Client, workflowId: string, steering: ImportSteering): Promise<void> {
  const handle = temporal.workflow.getHandle(workflowId);
  switch (steering) {
    case 'pause':
      return handle.signal(pauseSignal);
    case 'resume':
      return handle.signal(resumeSignal);
    case 'cancel':
      await handle.cancel();
      return;
    default:
      return assertNever(steering);
  }
}
