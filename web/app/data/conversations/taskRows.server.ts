import type { Prisma } from '../../../../prisma/generated/client.ts';
import type { PlacedTaskMessage } from '../../../../workflows/contracts/placedTask.ts';
import { writerText } from '../../../../workflows/domain/writer.ts';

export interface TaskRowsOptions {
  projectId: string;
  conversationId: string;
  userId: string;
  idempotencyKey: string;
  task: readonly PlacedTaskMessage[];
  run: number;
  turn: number;
  /** The conversation's revision at which they are written, which is their position in the transcript too. */
  revision: bigint;
}

/** The rows of a run's task. */
export function taskRows(options: TaskRowsOptions): Prisma.MessageCreateManyInput[] {
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
