import type { Database } from '../../platform/database.ts';
import type { OpenTaskInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { HumanTask } from '../../workflows/domain/task.ts';
import { currentExecution } from '../execution/execution.ts';
import { openTaskRow } from './taskRows.ts';
import { recordTurn } from '../transcript/recordTurn.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { readToolCall } from '../transcript/toolCalls.ts';
import { raiseRevision } from '../transcript/watchers.ts';

/** See ConversationActivities.openTask. */
export function createOpenTask(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: OpenTaskInput): Promise<void> => {
    const { projectId, conversationId, task } = input;
    const { runId } = currentExecution();
    const team = await clients.readTeamVersion(projectId, input.teamVersionId);
    const scope = task.scope ?? '';
    const asked = configAt(team, scope).participants.find(({ name }) => name === task.speaker);
    const prompt = asked?.kind === 'person' ? asked.prompt : '';
    const call = task.kind === 'approve_tool_call' ? await proposedCall(clients.database, input, task) : null;
    await clients.database.$transaction(async (transaction) => {
      const revision = await raiseRevision(transaction, conversationId);
      await transaction.conversation.update({
        where: { id: conversationId },
        data: { state: task.kind === 'resolve_error' ? 'parked' : 'waiting' },
      });
      if (task.kind === 'give_input') {
        const { turn, speaker } = task;
        await recordTurn(transaction, {
          conversationId,
          projectId,
          turn,
          scope,
          speaker,
          stateBefore: input.stateBefore,
          runId,
        });
      }
      await openTaskRow(transaction, {
        projectId,
        conversationId,
        task,
        detail: { ...detailOf(task, prompt, call), ...(scope === '' ? {} : { scope }) },
        runId,
        revision,
      });
    });
  };
}

function detailOf(task: HumanTask, prompt: string, call: object | null): object {
  switch (task.kind) {
    case 'give_input':
      return { prompt };
    case 'resolve_error':
      return { failure: task.failure };
    case 'review_message':
      return {};
    case 'approve_tool_call':
      return { tool: task.tool, reason: task.reason, ...call };
  }
}

async function proposedCall(
  database: Database,
  { conversationId }: OpenTaskInput,
  task: Extract<HumanTask, { kind: 'approve_tool_call' }>,
): Promise<object> {
  const { seq: requestSeq, index } = task;
  const row = await readToolCall(database, conversationId, { requestSeq, index });
  return { toolCallId: row.id, arguments: row.approvedArguments ?? row.proposedArguments };
}
