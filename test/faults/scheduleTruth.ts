import type { Client } from '@temporalio/client';
import type { Database } from '../../platform/database.ts';
import { scheduledRunPrefix } from '../../workflows/contracts/names.ts';

/** Where schedules are kept and run. */
export interface ScheduleGround {
  database: () => Database;
  temporal: () => Client;
  projectId: string;
}

type Rows = Awaited<ReturnType<typeof runRows>>;

/** The runs of a schedule by their times, with what became of their conversations. */
export function runRows(ground: ScheduleGround, scheduleId: string) {
  return ground.database().scheduledRun.findMany({
    where: { scheduleId, projectId: ground.projectId },
    orderBy: { nominalAt: 'asc' },
    include: { conversation: { select: { id: true, state: true, messageCount: true } } },
  });
}

/** What differs from one finished run, with one conversation, for each of these times and no other. */
export function faultsOfRuns(name: string, runs: Rows, expected: readonly Date[]): string[] {
  const faults: string[] = [];
  const have = new Set(runs.map(({ nominalAt }) => nominalAt.toISOString()));
  const wanted = new Set(expected.map((at) => at.toISOString()));
  for (const at of wanted) if (!have.has(at)) faults.push(`${name}: ${at} has no run`);
  for (const at of have) if (!wanted.has(at)) faults.push(`${name}: ${at} has a run and is no date`);
  for (const { nominalAt, state, refusal, conversation } of runs) {
    const at = `${name}: ${nominalAt.toISOString()}`;
    if (state !== 'finished') faults.push(`${at} is ${state} (${refusal ?? 'not refused'})`);
    if (conversation === null) faults.push(`${at} has no conversation`);
    else if (conversation.state !== 'finished')
      faults.push(`${at}: its conversation is ${conversation.state}`);
    // Its task and one answer.
    else if (conversation.messageCount !== 2)
      faults.push(`${at}: its conversation has ${String(conversation.messageCount)} messages`);
  }
  return faults;
}

/** What differs from one conversation for each run, in the rows and on the Temporal server. */
export async function faultsOfConversations(ground: ScheduleGround, runs: number): Promise<string[]> {
  const rows = await ground.database().conversation.count({ where: { projectId: ground.projectId } });
  const faults = rows === runs ? [] : [`${String(rows)} conversations of ${String(runs)} runs`];
  const executions = await executionsOf(ground, `WorkflowType = "conversation"`);
  return executions === runs
    ? faults
    : [...faults, `${String(executions)} workflows of conversations of ${String(runs)} runs`];
}

/** How many workflows the server has started for a schedule's times: more than it has times where it did so twice. */
export function startsOf(ground: ScheduleGround, scheduleId: string): Promise<number> {
  return executionsOf(ground, `WorkflowId STARTS_WITH "${scheduledRunPrefix(scheduleId)}"`);
}

async function executionsOf(ground: ScheduleGround, query: string): Promise<number> {
  const { count } = await ground.temporal().workflowService.countWorkflowExecutions({
    namespace: 'default',
    query,
  });
  return Number(count ?? 0);
}
