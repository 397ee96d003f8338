import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../platform/database.ts';
import { createDatabase } from '../platform/database.ts';
import { DEFAULT_PROJECT_SLUG } from '../prisma/seed.ts';
import { endInWords } from './commandLine.ts';
import { requireDatabaseUrl, runningHere } from './databaseUrl.ts';

const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** The row's identifier, by which the setup page finds it. */
const IDENTIFIER = 'owner-link';

/**
 * The one-time link that lets a person become the owner; undefined if there is an owner. Only the token's hash is
 * stored. A new link replaces earlier ones.
 */
export async function createOwnerLink(
  database: Database,
  appUrl: string,
  now: Date,
): Promise<string | undefined> {
  const owners = await database.membership.count({
    where: { role: 'owner', project: { slug: DEFAULT_PROJECT_SLUG } },
  });
  if (owners > 0) return undefined;
  const token = randomBytes(32).toString('base64url');
  await database.$transaction([
    database.verification.deleteMany({ where: { identifier: IDENTIFIER } }),
    database.verification.create({
      data: {
        id: randomUUID(),
        identifier: IDENTIFIER,
        value: createHash('sha256').update(token).digest('hex'),
        expiresAt: new Date(now.getTime() + LIFETIME_MS),
      },
    }),
  ]);
  return new URL(`/setup?token=${token}`, appUrl).href;
}

if (import.meta.main) {
  endInWords();
  const database = createDatabase(requireDatabaseUrl());
  const { APP_URL, HOST, PORT } = process.env;
  const appUrl = APP_URL || runningHere()?.appUrl || `http://${HOST || '127.0.0.1'}:${PORT || 3000}`;
  try {
    const link = await createOwnerLink(database, appUrl, new Date());
    console.log(link ?? 'There is already an owner, who can sign in.');
  } finally {
    await database.$disconnect();
  }
}
