import { reasonOf } from '../../../workflows/contracts/waitArguments.ts';
import { parseArguments } from '../../tools/sortCalls.ts';
import { settleToolCallRow } from '../../transcript/settleToolCall.ts';
import { readToolCall } from '../../transcript/toolCalls.ts';
import type { TaskWork } from '../taskWork.ts';

export const wait: TaskWork<'wait'> = {
  detail: async (database, { projectId, conversationId, task }) => {
    const { seq: requestSeq, index } = task;
    const row = await readToolCall(database, { projectId, conversationId }, { requestSeq, index });
    const given = parseArguments(row.proposedArguments);
    return { reason: typeof given === 'string' ? '' : reasonOf(given), toolCallId: row.id };
  },

  /** The call's result says that the time has come, or who has ended the wait before. */
  carryOut: async (transaction, { projectId, conversationId, task, resolution, revision, handedIn }) => {
    const call = { projectId, conversationId, requestSeq: task.seq, index: task.index, revision };
    const finish = (result: string) =>
      settleToolCallRow(transaction, { ...call, decision: 'complete', result });
    if (resolution.by === 'deadline') {
      await finish(`It is ${new Date().toISOString()}: the wait is over.`);
      return null;
    }
    const user = await transaction.user.findUnique({
      where: { id: resolution.userId },
      select: { name: true },
    });
    const said = (await handedIn()).trim();
    await finish(`Woken early by ${user?.name ?? 'somebody'}${said === '' ? '.' : `: ${said}`}`);
    return null;
  },
};
