import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database.ts';

/** Conversations with texts that are hard on a page, by name. */
export const LONG_CONVERSATIONS = [
  'two short messages',
  'one message of 6 MB',
  '300,000 characters without a break',
  '60,000 times "!"',
  '60 KB of "*a_ "',
  '3,000 times ">"',
  '5,000 messages',
] as const;

export type LongConversation = (typeof LONG_CONVERSATIONS)[number];

const WORDS = 'It rained all night, and **nobody** had closed the windows of the `north` wing.\n\n';

function textsOf(kind: LongConversation): string[] {
  switch (kind) {
    case 'two short messages':
      return ['Write.', WORDS];
    case 'one message of 6 MB':
      return ['Write.', WORDS.repeat(Math.ceil(6_000_000 / WORDS.length)).slice(0, 6_000_000)];
    case '300,000 characters without a break':
      return ['Write.', 'x'.repeat(300_000)];
    case '60,000 times "!"':
      return ['Write.', '!'.repeat(60_000)];
    case '60 KB of "*a_ "':
      return ['Write.', '*a_ '.repeat(15_000)];
    case '3,000 times ">"':
      return ['Write.', `${'>'.repeat(3_000)} said`];
    case '5,000 messages':
      return Array.from(
        { length: 5_000 },
        (_, index) => `Message ${String(index)}. ${WORDS.repeat(1 + (index % 5))}`,
      );
  }
}

/** Writes a finished conversation of this kind, as the web app and the workers would. Returns its id. */
export async function addBenchConversation(database: Database, kind: LongConversation): Promise<string> {
  return addConversationOf(database, kind, textsOf(kind));
}

/** Writes a finished conversation with these texts, the first of which is its task. Returns its id. */
export async function addConversationOf(
  database: Database,
  title: string,
  texts: readonly string[],
): Promise<string> {
  const version = await database.teamVersion.findFirstOrThrow({ select: { id: true, projectId: true } });
  const { projectId } = version;
  const conversation = await database.conversation.create({
    data: {
      projectId,
      teamVersionId: version.id,
      title,
      idempotencyKey: randomUUID(),
      state: 'finished',
      endedAt: new Date(),
      messageCount: texts.length,
      turnCount: texts.length - 1,
      revision: texts.length,
    },
  });
  await database.message.createMany({
    data: texts.map((content, seq) => ({
      projectId,
      conversationId: conversation.id,
      seq,
      turn: seq,
      source: seq === 0 ? 'user' : `writer_${String(seq % 3)}`,
      type: 'TextMessage',
      content,
      writtenBy: `bench:${String(seq)}`,
      position: seq + 1,
      revision: seq + 1,
    })),
  });
  return conversation.id;
}
