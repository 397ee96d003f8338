import type { Transaction } from '../../platform/database.ts';
import { chatMessageTypes } from '../../workflows/domain/message.ts';
import type { HumanTask } from '../../workflows/domain/tasks/registry.ts';
import type { MessageBody } from '../../workflows/domain/transcript/entry.ts';

/** A person's answer to the question whose turn it is; to a handoff they hand back, as AutoGen's UserProxyAgent does. */
export async function answerBody(
  transaction: Transaction,
  input: { projectId: string; conversationId: string; task: HumanTask; readBefore: number },
): Promise<MessageBody> {
  const { projectId, conversationId, task, readBefore } = input;
  const last = await transaction.message.findFirst({
    where: {
      projectId,
      conversationId,
      scope: task.scope ?? '',
      status: 'final',
      supersededAt: null,
      copied: false,
      seq: { lt: readBefore },
      type: { in: [...chatMessageTypes] },
    },
    orderBy: [{ position: 'desc' }, { seq: 'desc' }],
  });
  const handoff = last?.body as MessageBody | null | undefined;
  if (last?.type !== 'HandoffMessage' || handoff?.kind !== 'handoff' || handoff.target !== task.speaker) {
    return { kind: 'asked' };
  }
  return { kind: 'handoff', target: last.source, context: [], asked: true };
}
