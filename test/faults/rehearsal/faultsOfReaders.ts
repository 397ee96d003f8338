import type { Database } from '../../../platform/database.ts';
import type { Reader } from './streamReaders.ts';

/** What is wrong with what readers have seen; `lastWord` ends the conversations that they watch. */
export async function faultsOfReaders(
  database: Database,
  readers: readonly Reader[],
  lastWord: string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { conversationId, check, troubles, lookAtEnd } of readers) {
    const seen = await lookAtEnd(lastWord);
    const stored = await database.message.findMany({
      where: { conversationId },
      select: { seq: true, revision: true },
    });
    const all = stored.map(({ seq, revision }) => ({ seq, revision: Number(revision) }));
    faults.push(
      ...[...troubles, ...check.faults(all), ...(seen === null ? [] : [seen])].map(
        (fault) => `stream of ${conversationId}: ${fault}`,
      ),
    );
  }
  return faults;
}
