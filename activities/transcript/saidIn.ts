import type { Transaction } from '../../platform/database.ts';
import type { MessageType } from '../../workflows/domain/message.ts';
import { WRITTEN_BY_FORM } from '../../workflows/domain/writer.ts';

/** What a team says, without what its tools and patterns did. */
const SAID: MessageType[] = [
  'TextMessage',
  'MultiModalMessage',
  'StructuredMessage',
  'StopMessage',
  'HandoffMessage',
  'ToolCallSummaryMessage',
];

/** What the team said in a run of a conversation, in its order; `newest`: only so many of the last ones. */
export async function saidIn(
  database: Pick<Transaction, 'message'>,
  { projectId, conversationId, run }: { projectId: string; conversationId: string; run: number },
  newest?: number,
): Promise<string[]> {
  const messages = await database.message.findMany({
    where: {
      conversationId,
      projectId,
      run,
      scope: '',
      supersededAt: null,
      status: 'final',
      copied: false,
      userId: null,
      type: { in: SAID },
      NOT: { writtenBy: { startsWith: WRITTEN_BY_FORM } },
    },
    orderBy: { seq: 'desc' },
    select: { content: true },
    ...(newest !== undefined && { take: newest }),
  });
  return messages.map(({ content }) => content).reverse();
}
