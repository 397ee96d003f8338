import { z } from 'zod';
import { failureDetailsSchema } from '../../failureDetails.ts';
import { type FailureText, failureText, failureTextSchema } from '../../failureText.ts';
import { taskBase, type TaskContract } from '../contract.ts';

const failure = z.object({
  type: z.string(),
  message: z.string(),
  details: failureDetailsSchema.exactOptional(),
});
/** Details of a form that this version does not know are none. */
const detailSchema = z.object({
  failure: failure.extend({ details: failureDetailsSchema.exactOptional().catch({}) }),
});

interface AskedError {
  failure: FailureText | null;
  /** Indexes, among the agent's tools, of those that failed: the turn can continue without them. */
  failedTools?: number[] | undefined;
}

export const resolveError = {
  task: z.object({ kind: z.literal('resolve_error'), ...taskBase, onDeadline: z.literal('stop'), failure }),
  fields: { failure: failureTextSchema.nullable().describe('What went wrong, of a resolve_error.') },
  read: (detail: unknown): AskedError => {
    const { data } = detailSchema.safeParse(detail);
    if (data === undefined) return { failure: null };
    const failedTools = data.failure.details?.tools;
    return { failure: failureText(data.failure), ...(failedTools === undefined ? {} : { failedTools }) };
  },
  texts: {},
} satisfies TaskContract<'resolve_error'>;
