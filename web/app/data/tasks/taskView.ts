import { z } from 'zod';
import { failureDetailsSchema } from '../../../../workflows/contracts/failureDetails.ts';
import type { FailureDetails } from '../../../../workflows/domain/task.ts';
import { failureText } from '../../../../workflows/contracts/failureText.ts';
import type { TaskView } from '../conversations/view.ts';
import { unpackShown } from '../messages/unpackShown.ts';

/** A task as it comes from the database: its detail not yet read. */
export type TaskRow = Omit<TaskView, 'scope' | 'prompt' | 'failure' | 'failedTools' | 'call'> & {
  detail: unknown;
  detailIsPacked: boolean;
};

const failure = z.object({
  type: z.string(),
  message: z.string(),
  details: failureDetailsSchema.exactOptional().catch({}),
});
const detailSchema = z.object({
  scope: z.string().optional(),
  prompt: z.string().optional(),
  failure: failure.optional(),
});
const callSchema = z.object({
  tool: z.string(),
  reason: z.enum(['policy', 'outcome_unknown']),
  arguments: z.string().catch(''),
  toolCallId: z.string().nullable().catch(null),
});

/** A task with its detail read; a detail of a form that this version does not know says nothing. */
export function taskView({ detail: stored, detailIsPacked, ...task }: TaskRow): TaskView {
  const cuts: Record<string, number> = {};
  const detail = detailIsPacked ? unpackShown(stored, 'detail', cuts) : stored;
  const parsed = detailSchema.safeParse(detail);
  return {
    ...task,
    scope: parsed.data?.scope ?? '',
    prompt: parsed.data?.prompt ?? null,
    failure: parsed.data?.failure === undefined ? null : failureText(parsed.data.failure),
    ...failedToolsOf(parsed.data?.failure?.details),
    call: callSchema.safeParse(detail).data ?? null,
    cuts,
  };
}

function failedToolsOf(details: FailureDetails | undefined): Pick<TaskView, 'failedTools'> {
  return details?.tools === undefined ? {} : { failedTools: details.tools };
}
