import type { Database, Transaction } from '../../platform/database.ts';
import type { SettleTaskInput } from '../../workflows/contracts/activityTypes.ts';
import { assertNever } from '../../workflows/domain/json.ts';
import type { MessageFacts } from '../../workflows/domain/message.ts';
import { currentExecution, type Execution } from '../execution/execution.ts';
import { factsFor } from '../transcript/facts.ts';
import { readSubmission } from '../transcript/submissions.ts';
import { closeTaskRow } from './taskRows.ts';
import { answerBody } from '../transcript/answerBody.ts';
import { settleDraft, readMessage } from '../transcript/settleDraft.ts';
import { settleToolCallRow } from '../transcript/settleToolCall.ts';
import type { StoredMessage } from '../transcript/storedMessage.ts';
import { storePersonMessage } from '../transcript/storePersonMessage.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { raiseRevision } from '../transcript/watchers.ts';

/** See ConversationActivities.settleTask. */
export function createSettleTask(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: SettleTaskInput): Promise<MessageFacts | null> => {
    const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
    const execution = currentExecution();
    const message = await clients.database.$transaction(async (transaction) => {
      const { conversationId, task, resolution } = input;
      const revision = await raiseRevision(transaction, conversationId);
      const isFirst = await closeTaskRow(transaction, {
        taskId: task.id,
        resolution,
        runId: execution.runId,
        revision,
      });
      if (task.kind === 'approve_tool_call') {
        if (isFirst) await settleToolCall(transaction, input, task, revision);
        await transaction.conversation.update({ where: { id: conversationId }, data: { state: 'running' } });
        return null;
      }
      const settled = isFirst
        ? await carryOut(transaction, input, execution, revision)
        : await readMessage(transaction, conversationId, task.seq);
      const isOver = settled !== null || resolution.decision === 'skip' || resolution.decision === 'discard';
      const turnCount = isOver ? task.turn + 1 : 0;
      await transaction.$executeRaw`
        UPDATE conversation SET state = 'running', turn_count = GREATEST(turn_count, ${turnCount}::int)
        WHERE id = ${conversationId}::uuid`;
      return settled;
    });
    return message === null ? null : factsFor(team, input.task.scope ?? '', message);
  };
}

/** What a decision does to the transcript; the message that stands in it afterwards, if one does. */
async function carryOut(
  transaction: Transaction,
  input: SettleTaskInput,
  execution: Execution,
  revision: bigint,
): Promise<StoredMessage | null> {
  const { projectId, conversationId, task, resolution } = input;
  const draft = { conversationId, seq: task.seq, revision };
  const person = resolution.by === 'person' ? resolution : null;
  const handedIn = () =>
    readSubmission(transaction, { projectId, conversationId, submissionId: person?.submissionId ?? '' });
  switch (resolution.decision) {
    case 'approve':
      return settleDraft(transaction, { ...draft, status: 'final' });
    case 'edit':
      return settleDraft(transaction, {
        ...draft,
        status: 'final',
        content: await handedIn(),
        userId: person?.userId ?? null,
      });
    case 'reject':
      return settleDraft(transaction, { ...draft, status: 'rejected', feedback: await handedIn() });
    case 'discard':
      return settleDraft(transaction, { ...draft, status: 'discarded' });
    case 'reply':
      return storePersonMessage(transaction, {
        projectId,
        conversationId,
        run: input.run,
        scope: task.scope ?? '',
        turn: task.turn,
        seq: task.seq,
        source: task.speaker,
        content: await handedIn(),
        body: await answerBody(transaction, input),
        userId: person?.userId ?? '',
        execution,
        revision,
      });
    case 'stop':
      return task.kind === 'review_message'
        ? settleDraft(transaction, { ...draft, status: 'discarded' })
        : null;
    case 'retry':
    case 'without_tools':
    case 'skip':
    case 'approve_for_run':
      return null;
    default:
      return assertNever(resolution);
  }
}

/** What a person decided about a tool call: its row keeps what they made of its arguments, or why they refused it. */
async function settleToolCall(
  transaction: Transaction,
  { projectId, conversationId, resolution }: SettleTaskInput,
  task: Extract<SettleTaskInput['task'], { kind: 'approve_tool_call' }>,
  revision: bigint,
): Promise<void> {
  const { seq: requestSeq, index } = task;
  const text =
    resolution.by === 'person'
      ? await readSubmission(transaction, {
          projectId,
          conversationId,
          submissionId: resolution.submissionId,
        })
      : '';
  const call = { conversationId, requestSeq, index, revision };
  if (resolution.decision === 'edit') {
    await settleToolCallRow(transaction, { ...call, decision: 'edit', approvedArguments: text });
  } else if (resolution.decision === 'reject') {
    const result =
      resolution.by === 'deadline'
        ? 'Error: nobody allowed this call in time. It was not made.'
        : `Error: a person rejected this call. It was not made. ${text}`.trim();
    await settleToolCallRow(transaction, { ...call, decision: 'reject', result });
  }
}
