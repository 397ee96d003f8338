import { Context } from '@temporalio/activity';

/** Who runs: the same over all attempts of an activity, but for the attempt. */
export interface Execution {
  runId: string;
  /** "<workflow run id>:<activity id>": what rows written by this activity carry. */
  writtenBy: string;
  attempt: number;
}

/** The execution of the activity that calls this. */
export function currentExecution(): Execution {
  const { workflowExecution, activityId, attempt } = Context.current().info;
  const runId = workflowExecution?.runId ?? 'standalone';
  return { runId, writtenBy: `${runId}:${activityId}`, attempt };
}
