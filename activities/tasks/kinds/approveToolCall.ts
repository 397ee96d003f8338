import { TOOL_APPROVAL_DEADLINE_SECONDS } from '../../../workflows/domain/tasks/kinds/approveToolCall.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import { type RequestShown, requestShown } from '../../tools/http/requestShown.ts';
import { parseArguments, policyFor } from '../../tools/sortCalls.ts';
import { settleToolCallRow } from '../../transcript/settleToolCall.ts';
import { readToolCall } from '../../transcript/toolCalls.ts';
import type { TaskWork } from '../taskWork.ts';

export const approveToolCall: TaskWork<'approve_tool_call'> = {
  detail: async (database, { projectId, conversationId, task, team }) => {
    const { seq: requestSeq, index, tool, reason } = task;
    const row = await readToolCall(database, { projectId, conversationId }, { requestSeq, index });
    const given = row.approvedArguments ?? row.proposedArguments;
    const request = requestOf(team, task.speaker, tool, given);
    return { tool, reason, toolCallId: row.id, arguments: given, ...(request === null ? {} : { request }) };
  },

  asking: ({ team, task }) => {
    const { asking } = policyFor(team, task.tool);
    return asking === undefined ? null : { asking, deadlineSeconds: TOOL_APPROVAL_DEADLINE_SECONDS };
  },

  /** The call's row keeps what a person made of its arguments, or why they refused it. */
  carryOut: async (transaction, { projectId, conversationId, task, resolution, revision, handedIn }) => {
    const call = { projectId, conversationId, requestSeq: task.seq, index: task.index, revision };
    if (resolution.decision === 'edit') {
      await settleToolCallRow(transaction, {
        ...call,
        decision: 'edit',
        approvedArguments: await handedIn(),
      });
    } else if (resolution.decision === 'reject') {
      const result =
        resolution.by === 'deadline'
          ? 'Error: nobody allowed this call in time. It was not made.'
          : `Error: a person rejected this call. It was not made. ${await handedIn()}`.trim();
      await settleToolCallRow(transaction, { ...call, decision: 'reject', result });
    }
    return null;
  },
};

function requestOf(team: TeamConfig, speaker: string, tool: string, given: string): RequestShown | null {
  const agent = team.participants.find(({ name }) => name === speaker);
  const args = parseArguments(given);
  if (agent?.kind !== 'agent' || typeof args === 'string') return null;
  return requestShown(agent.tools, tool, args);
}
