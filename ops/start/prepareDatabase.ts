import { createDatabase } from '../../platform/database.ts';
import { seed } from '../../prisma/seed.ts';
import { migrateAll } from '../migrate.ts';
import { createOwnerLink } from '../ownerLink.ts';
import { StartError } from './startError.ts';

/**
 * Brings the database and the knowledge store up to date; returns the link for becoming the owner, if there is none.
 */
export async function prepareDatabase(
  url: string,
  appUrl: string,
  variables: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<string | undefined> {
  try {
    const applied = await migrateAll(url, variables, say);
    if (applied.length > 0) say(`Applied ${applied.length} migration(s).`);
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : { message: String(error) };
    const because =
      cause instanceof Error && !message.includes(cause.message.trim()) ? ` ${cause.message}` : '';
    const reason = `${message.split('\n')[0] ?? ''}${because}`;
    throw new StartError(`The database could not be brought up to date: ${reason}`, { cause: error });
  }
  const database = createDatabase(url, { poolSize: 2 });
  try {
    await seed(database);
    return await createOwnerLink(database, appUrl, new Date());
  } finally {
    await database.$disconnect();
  }
}
