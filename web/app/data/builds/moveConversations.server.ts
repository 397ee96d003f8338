import { WorkflowNotFoundError } from '@temporalio/client';
import { letGo } from '../../../../platform/deployments/letGo.ts';
import {
  type Deployment,
  hasWorker,
  readDeployment,
} from '../../../../platform/deployments/readDeployment.ts';
import { REPLAY_LIMITS } from '../../../../replay/limits.ts';
import { readExecutions } from '../../../../replay/readExecutions.ts';
import type { ReplayProcess } from '../../../../replay/replayProcess.ts';
import { replayText } from '../../../../workflows/contracts/replayText.ts';
import type { MoveRefusal } from '../../../../workflows/domain/releases/buildStates.ts';
import { canGoOn } from '../../../../workflows/domain/replay/verdict.ts';
import { moveSignal } from '../../../../workflows/messages.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import type { Move } from './buildsView.ts';
import { openOnBuild, type OpenRun } from './openOnBuild.server.ts';

/** No request goes on longer: whom it has not come to, the next one does. */
const MOST_MS = 60_000;
const TOLD_AT_ONCE = 20;

export interface MoveAsked {
  buildId: string;
  /** Only this one. */
  conversationId?: string | undefined;
}

/**
 * Moves open conversations of the project from a build to the current one. Those of a build whose workers run are told, and
 * move at once or after their turn. Those of a build without a worker stand still; each is replayed with the code of the
 * current build, and goes on there if it agrees. Throws ReplayBusyError.
 */
export async function moveConversations(
  scope: ProjectScope,
  userId: string,
  { buildId, conversationId }: MoveAsked,
): Promise<Move> {
  const { environment, temporal, database, replayer } = services();
  const { WORKER_DEPLOYMENT: deploymentName, TASK_QUEUE: taskQueue } = environment;
  if (deploymentName === undefined) return { outcome: 'refused', refusal: 'unknown_build' };
  const deployment = await readDeployment(temporal, { deploymentName, taskQueue }, new Date());
  const refusal = refusalOf(deployment, buildId);
  if (refusal !== null) return { outcome: 'refused', refusal };
  await recordAudit(database, scope, {
    userId,
    action: 'build.move',
    subjectType: 'build',
    subjectId: buildId,
    ...(conversationId !== undefined && { detail: { conversationId } }),
  });
  const deadlineMs = Date.now() + MOST_MS;
  const runs = openOnBuild(scope, { deploymentName, buildId }, conversationId);
  if (hasWorker(deployment, buildId)) return tellAll(runs, deadlineMs);
  return replayer.withProcess((process) => replayAndLetGo(process, runs, deadlineMs));
}

function refusalOf(deployment: Deployment | null, buildId: string): MoveRefusal | null {
  if (!deployment?.builds.some((build) => build.buildId === buildId)) return 'unknown_build';
  const { currentBuildId } = deployment;
  if (currentBuildId === null) return 'no_current_build';
  if (currentBuildId === buildId) return 'is_current';
  if (!hasWorker(deployment, currentBuildId)) return 'no_worker_of_current_build';
  const canReplay = services().build?.buildId === currentBuildId;
  return hasWorker(deployment, buildId) || canReplay ? null : 'other_code_here';
}

async function tellAll(runs: AsyncIterable<OpenRun>, deadlineMs: number): Promise<Move> {
  let asked = 0;
  let left = 0;
  let group: OpenRun[] = [];
  const tellGroup = async () => {
    asked += (await Promise.all(group.map(({ workflowId }) => tell(workflowId)))).filter(Boolean).length;
    group = [];
  };
  for await (const run of runs) {
    if (Date.now() > deadlineMs) left += 1;
    else group.push(run);
    if (group.length >= TOLD_AT_ONCE) await tellGroup();
  }
  await tellGroup();
  return { outcome: 'done', asked, left, kept: [] };
}

/** False: it has ended in the meantime. */
async function tell(workflowId: string): Promise<boolean> {
  try {
    await services().temporal.workflow.getHandle(workflowId).signal(moveSignal);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function replayAndLetGo(
  process: ReplayProcess,
  runs: AsyncIterable<OpenRun>,
  deadlineMs: number,
): Promise<Move> {
  const { temporal } = services();
  const kept: { id: string; words: string }[] = [];
  let asked = 0;
  let left = 0;
  for await (const { workflowId, conversationId } of runs) {
    if (Date.now() > deadlineMs) {
      left += 1;
      continue;
    }
    const { value: execution } = await readExecutions(temporal, workflowId, REPLAY_LIMITS.mostBytes).next();
    if (!execution) continue;
    const verdict = await process.replay({ form: 'binary', bytes: execution.history });
    if (!canGoOn(verdict)) {
      kept.push({ id: conversationId, words: replayText(verdict) });
      continue;
    }
    await letGo(temporal, workflowId);
    if (await tell(workflowId)) asked += 1;
  }
  return { outcome: 'done', asked, left, kept };
}
