import { type Execution, readExecutions } from '../../../../replay/readExecutions.ts';
import type { ReplayProcess } from '../../../../replay/replayProcess.ts';
import { conversationWorkflowId } from '../../../../workflows/contracts/names.ts';
import type { ReplayVerdict } from '../../../../workflows/domain/replay/verdict.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';
import { type ConversationReplay, outcomeOf, type ReplayedExecution } from './replayView.ts';

/** How long a page waits for Temporal's first answer. */
const REACH_TIMEOUT_MS = 5_000;
/** No request replays longer: what comes after is not begun. */
const MOST_MS = 120_000;

/**
 * Replays all that Temporal has recorded of a conversation against today's workflow code, in a process of its own. Writes
 * nothing, calls no model and no tool. Null: the project has no such conversation. Throws ReplayBusyError, and
 * TemporalAwayError's like.
 */
export async function replayConversation(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<ConversationReplay | null> {
  const { database, temporal, replayer } = services();
  const row = await database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: { run: true },
  });
  if (row === null) return null;
  await askTemporal(temporal, REACH_TIMEOUT_MS, () => temporal.workflowService.getSystemInfo({}));
  const deadlineMs = Date.now() + MOST_MS;
  const executions = await replayer.withProcess(async (process) => {
    const replayed: ReplayedExecution[] = [];
    for (let run = row.run; run >= 0; run -= 1) {
      replayed.push(...(await replayRun(process, conversationId, run, deadlineMs)));
    }
    return replayed;
  });
  return { executions, outcome: outcomeOf(executions) };
}

async function replayRun(
  process: ReplayProcess,
  conversationId: string,
  run: number,
  deadlineMs: number,
): Promise<ReplayedExecution[]> {
  const { temporal, replayer } = services();
  const replayed: ReplayedExecution[] = [];
  const workflowId = conversationWorkflowId(conversationId, run);
  for await (const execution of readExecutions(temporal, workflowId, replayer.limits.mostBytes)) {
    const { runId, replaced } = execution;
    replayed.push({ run, runId, replaced, verdict: await verdictOf(process, execution, deadlineMs) });
  }
  if (replayed.length > 0) return replayed;
  return [
    { run, runId: null, replaced: false, verdict: { kind: 'refused', refusal: 'no_history', detail: null } },
  ];
}

async function verdictOf(
  process: ReplayProcess,
  { history }: Execution,
  deadlineMs: number,
): Promise<ReplayVerdict> {
  if (Date.now() > deadlineMs) {
    const seconds = MOST_MS / 1_000;
    return { kind: 'refused', refusal: 'too_slow', detail: { kind: 'most_seconds', seconds } };
  }
  return process.replay({ form: 'binary', bytes: history });
}
