import type { Build } from '../../../../platform/deployments/build.ts';
import { countPinned } from '../../../../platform/deployments/pinned.ts';
import { type DeployedBuild, readDeployment } from '../../../../platform/deployments/readDeployment.ts';
import { conversationStates, oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';
import type { BuildsView, BuildView, OpenConversation } from './buildsView.ts';
import { conversationsOf, openOnBuild } from './openOnBuild.server.ts';

/** How long a page waits for Temporal's answers. */
const TIMEOUT_MS = 10_000;
/** So many conversations of a build are listed. */
const LISTED = 50;

/** The builds of the workers, as Temporal knows them, with the project's open conversations on each. Throws if Temporal is silent. */
export async function readBuilds(scope: ProjectScope): Promise<BuildsView> {
  const { environment, temporal } = services();
  const { WORKER_DEPLOYMENT: deploymentName, TASK_QUEUE: taskQueue } = environment;
  if (deploymentName === undefined) return { deploymentName: null, currentBuildId: null, builds: [] };
  return askTemporal(temporal, TIMEOUT_MS, async () => {
    const deployment = await readDeployment(temporal, { deploymentName, taskQueue }, new Date());
    if (deployment === null) return { deploymentName, currentBuildId: null, builds: [] };
    const { currentBuildId, builds } = deployment;
    const views = builds.map((build) =>
      viewOf(scope, { deploymentName, buildId: build.buildId }, build, build.buildId === currentBuildId),
    );
    return { deploymentName, currentBuildId, builds: await Promise.all(views) };
  });
}

async function viewOf(
  scope: ProjectScope,
  build: Build,
  deployed: DeployedBuild,
  isCurrent: boolean,
): Promise<BuildView> {
  const open = await countPinned(services().temporal, build, conversationsOf(scope));
  const conversations = isCurrent || open === 0 ? [] : await listConversations(scope, build);
  return { ...deployed, open, conversations };
}

async function listConversations(scope: ProjectScope, build: Build): Promise<OpenConversation[]> {
  const ids: string[] = [];
  for await (const { conversationId } of openOnBuild(scope, build)) {
    ids.push(conversationId);
    if (ids.length >= LISTED) break;
  }
  const rows = await services().database.conversation.findMany({
    where: { projectId: scope.projectId, id: { in: ids } },
    select: { id: true, title: true, state: true },
    orderBy: { updatedAt: 'desc' },
  });
  return rows.map((row) => ({ ...row, state: oneOf(conversationStates, row.state) }));
}
