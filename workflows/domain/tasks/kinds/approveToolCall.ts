import { type HumanTaskKind, noText, type TaskBase } from '../kind.ts';

/** Why a person is asked: the team's policy requires it, or the outcome of an earlier attempt is unknown. */
export const toolApprovalReasons = ['policy', 'outcome_unknown'] as const;

export type ToolApprovalReason = (typeof toolApprovalReasons)[number];

/** A tool call waits to be allowed. */
export interface ToolApprovalTask extends TaskBase {
  kind: 'approve_tool_call';
  onDeadline: 'reject';
  /** Its index in the round of calls whose request is at `seq`. */
  index: number;
  tool: string;
  reason: ToolApprovalReason;
}

/** How long a proposed tool call waits for a person; then it counts as rejected. */
export const TOOL_APPROVAL_DEADLINE_SECONDS = 7 * 24 * 60 * 60;

export function openApproval(
  base: TaskBase,
  call: Pick<ToolApprovalTask, 'index' | 'tool' | 'reason'>,
): ToolApprovalTask {
  return { kind: 'approve_tool_call', ...base, onDeadline: 'reject', ...call };
}

export const approveToolCall: HumanTaskKind<
  ToolApprovalTask,
  'approve' | 'approve_for_run' | 'edit' | 'reject'
> = {
  decisions: {
    approve: { text: 'none', vote: 'for' },
    approve_for_run: noText,
    edit: { text: 'required' },
    reject: { text: 'optional', vote: 'against' },
  },
  deadlines: ['reject'],
  whileOpen: 'waiting',
  effect: (_task, { decision }) =>
    decision === 'reject'
      ? { then: 'drop_call' }
      : { then: 'make_call', allRun: decision === 'approve_for_run' },
};
