import type { ReconcilerClients } from './reconciler.ts';

/** How long what a person has searched is kept: long enough for whoever waits for it, with room for a look at what went wrong. */
const KEPT_MS = 24 * 60 * 60_000;

/** Removes the searches of people, with their questions, that are older than a day. Safe to run in many workers at once. */
export async function purgeSearches(
  { database }: Pick<ReconcilerClients, 'database'>,
  now: Date,
): Promise<void> {
  await database.knowledgeSearch.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } },
  });
}
