import { Context } from '@temporalio/activity';
import { writerText } from '../../workflows/domain/writer.ts';

/** Who runs: the same over all attempts of an activity, but for the attempt. */
export interface Execution {
  runId: string;
  /** What rows written by this activity carry (domain/writer.ts). */
  writtenBy: string;
  attempt: number;
}

/** The execution of the activity that calls this. */
export function currentExecution(): Execution {
  const { workflowExecution, activityId, attempt } = Context.current().info;
  const runId = workflowExecution?.runId ?? 'standalone';
  return { runId, writtenBy: writerText({ kind: 'activity', runId, activityId }), attempt };
}
