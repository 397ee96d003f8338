import type { Prisma } from '../../../../prisma/generated/client.ts';
import type { PlacedTaskMessage } from '../../../../workflows/contracts/placedTask.ts';
import { writerText } from '../../../../workflows/domain/writer.ts';

export interface TaskMessageRowsOptions {
  projectId: string;
  conversationId: string;
  userId: string;
  idempotencyKey: string;
  task: readonly PlacedTaskMessage[];
  run: number;
  turn: number;
  /** The conversation's revision of this write, which is also their position in the transcript. */
  revision: bigint;
}

/** The message rows for a run's task. */
export function taskMessageRows(options: TaskMessageRowsOptions): Prisma.MessageCreateManyInput[] {
  const { projectId, conversationId, userId, idempotencyKey, task, run, turn, revision } = options;
  return task.map(({ seq, type, source, content, body }) => ({
    projectId,
    conversationId,
    seq,
    turn,
    run,
    source,
    type,
    content,
    ...(body === null ? {} : { body: body as unknown as Prisma.InputJsonObject }),
    userId,
    writtenBy: writerText({ kind: 'form', idempotencyKey }),
    position: revision,
    revision,
  }));
}
