import { createDatabase } from '../../platform/database.ts';
import { seed } from '../../prisma/seed.ts';
import { migrate } from '../migrate.ts';
import { createOwnerLink } from '../ownerLink.ts';
import { StartError } from './startError.ts';

/** Brings the database up to date; returns the link that makes the owner, while there is none. */
export async function prepareDatabase(
  url: string,
  appUrl: string,
  say: (line: string) => void,
): Promise<string | undefined> {
  try {
    const applied = await migrate(url);
    if (applied.length > 0) say(`Applied ${applied.length} migration(s).`);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    throw new StartError(`The database can't be brought up to date: ${reason}`, { cause: error });
  }
  const database = createDatabase(url, { poolSize: 2 });
  try {
    await seed(database);
    return await createOwnerLink(database, appUrl, new Date());
  } finally {
    await database.$disconnect();
  }
}
