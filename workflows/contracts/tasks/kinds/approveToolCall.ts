import { z } from 'zod';
import { type ToolApprovalReason, toolApprovalReasons } from '../../../domain/tasks/kinds/approveToolCall.ts';
import { taskBase, type TaskContract } from '../contract.ts';

/** A tool call that a person is asked to approve. */
export interface AskedCall {
  toolCallId: string | null;
  tool: string;
  /** JSON text, or what the model took for that. */
  arguments: string;
  /** policy: the team wants it; outcome_unknown: it may have been carried out already. */
  reason: ToolApprovalReason;
  /** What an HTTP tool asks for with these arguments; null: another tool, or it is not known. */
  request: { method: string; url: string } | null;
}

const detailSchema = z.object({
  tool: z.string(),
  reason: z.enum(toolApprovalReasons),
  arguments: z.string().catch(''),
  toolCallId: z.string().nullable().catch(null),
  request: z.object({ method: z.string(), url: z.string() }).nullable().catch(null),
});

export const approveToolCall = {
  task: z.object({
    kind: z.literal('approve_tool_call'),
    ...taskBase,
    onDeadline: z.literal('reject'),
    index: z.number().int(),
    tool: z.string(),
    reason: z.enum(toolApprovalReasons),
  }),
  fields: {
    call: z
      .object({
        tool: z.string(),
        arguments: z
          .string()
          .describe('JSON text, or what the model took for that; at most 8,000 characters of it.'),
        reason: z
          .string()
          .describe('`policy`: the team wants it. `outcome_unknown`: it may have been carried out already.'),
        request: z
          .object({ method: z.string(), url: z.string() })
          .nullable()
          .describe(
            'What an HTTP tool asks for, these arguments filled in; headers are not shown. Null: another kind of tool, or not known.',
          ),
      })
      .nullable()
      .describe('The tool call that an approve_tool_call is about.'),
  },
  read: (detail: unknown): { call: AskedCall | null } => ({
    call: detailSchema.safeParse(detail).data ?? null,
  }),
  texts: {
    edit: { empty: 'The edited arguments are empty. Write them, or reject the call.', fault: argumentsFault },
  },
} satisfies TaskContract<'approve_tool_call'>;

function argumentsFault(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
    return 'The arguments of a tool are a JSON object: they begin with { and end with }.';
  } catch (error) {
    const why = error instanceof SyntaxError ? ` (${error.message})` : '';
    return `This is not valid JSON${why}. Correct it, or approve the call as it is.`;
  }
}
