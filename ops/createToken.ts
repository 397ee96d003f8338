import { randomUUID } from 'node:crypto';
import { newApiToken } from '../platform/apiToken.ts';
import type { Database } from '../platform/database.ts';
import { DEFAULT_PROJECT_SLUG } from '../prisma/seed.ts';

/** The account that gets the token while the project has no owner: nobody can sign in with it. */
const MACHINE = { id: 'this-machine', name: 'This machine', email: 'this-machine@colloquy.invalid' } as const;

/** The owner of the default project, or null. */
export async function findOwner(database: Database): Promise<string | null> {
  const membership = await database.membership.findFirst({
    where: { role: 'owner', project: { slug: DEFAULT_PROJECT_SLUG } },
    orderBy: { createdAt: 'asc' },
    select: { userId: true },
  });
  return membership?.userId ?? null;
}

/** Creates the account for programs on this machine while the project has no owner; returns its id. */
export async function ensureMachineAccount(database: Database): Promise<string> {
  const { id: projectId } = await database.project.findUniqueOrThrow({
    where: { slug: DEFAULT_PROJECT_SLUG },
    select: { id: true },
  });
  await database.user.upsert({
    where: { id: MACHINE.id },
    create: { ...MACHINE, memberships: { create: { projectId, role: 'member' } } },
    update: {},
  });
  return MACHINE.id;
}

/**
 * Creates a token of the default project that does not expire. Its text is returned only here; it is not stored.
 */
export async function createToken(
  database: Database,
  { userId, name }: { userId: string; name: string },
): Promise<string> {
  const { token, sha256, prefix } = newApiToken();
  const { id: projectId } = await database.project.findUniqueOrThrow({
    where: { slug: DEFAULT_PROJECT_SLUG },
    select: { id: true },
  });
  const id = randomUUID();
  await database.$transaction([
    database.apiToken.create({ data: { id, projectId, userId, name, prefix, tokenSha256: sha256 } }),
    database.auditEvent.create({
      data: {
        projectId,
        userId,
        action: 'api_token.create',
        subjectType: 'api_token',
        subjectId: id,
        detail: { name, expiresAt: null },
      },
    }),
  ]);
  return token;
}
