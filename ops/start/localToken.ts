import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { hashApiToken } from '../../platform/apiToken.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { createToken, ensureMachineAccount, findOwner } from '../createToken.ts';

/**
 * Keeps a valid token in a file that only this user of the machine can read, where the command line finds it. The
 * token belongs to the owner or, while there is none, to a separate account.
 */
export async function keepLocalToken(databaseUrl: string, file: string): Promise<void> {
  const database = createDatabase(databaseUrl, { poolSize: 1 });
  try {
    if (await counts(database, readToken(file))) return;
    const userId = (await findOwner(database)) ?? (await ensureMachineAccount(database));
    const token = await createToken(database, { userId, name: 'Command line on this machine' });
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
    // The mode above applies only to a new file.
    chmodSync(file, 0o600);
  } finally {
    await database.$disconnect();
  }
}

function readToken(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

async function counts(database: Database, token: string | null): Promise<boolean> {
  if (token === null) return false;
  const row = await database.apiToken.findUnique({
    where: { tokenSha256: hashApiToken(token) },
    select: { revokedAt: true, expiresAt: true },
  });
  return row !== null && row.revokedAt === null && (row.expiresAt === null || row.expiresAt > new Date());
}
