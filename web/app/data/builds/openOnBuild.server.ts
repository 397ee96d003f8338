import type { Build } from '../../../../platform/deployments/build.ts';
import { idStartsWith, pinnedTo } from '../../../../platform/deployments/pinned.ts';
import {
  CONVERSATION_WORKFLOW,
  conversationWorkflowId,
  runOfWorkflow,
  searchAttributeNames,
} from '../../../../workflows/contracts/names.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** What a visibility query says of the project's conversations, besides their build. */
export function conversationsOf({ projectId }: ProjectScope): string {
  return `WorkflowType = '${CONVERSATION_WORKFLOW}' AND ${searchAttributeNames.project} = '${projectId}'`;
}

/** An open run of a conversation. */
export interface OpenRun {
  conversationId: string;
  workflowId: string;
}

/** The open runs of the project's conversations that stay on a build, or the one of this conversation. */
export async function* openOnBuild(
  scope: ProjectScope,
  build: Build,
  conversationId?: string,
): AsyncGenerator<OpenRun, void, undefined> {
  const conditions = [pinnedTo(build), conversationsOf(scope)];
  if (conversationId !== undefined) conditions.push(idStartsWith(conversationWorkflowId(conversationId, 0)));
  for await (const { workflowId } of services().temporal.workflow.list({ query: conditions.join(' AND ') })) {
    const run = runOfWorkflow(workflowId);
    if (run !== null) yield { conversationId: run.conversationId, workflowId };
  }
}
