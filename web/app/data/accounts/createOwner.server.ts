import { randomUUID } from 'node:crypto';
import { services } from '../../services.server.ts';
import { DEFAULT_PROJECT } from './defaultProject.ts';
import type { NewAccount } from './newAccountSchema.ts';
import { consumeOwnerLink, hasOwner, type OwnerLinkState, readOwnerLink } from './ownerLink.server.ts';

export type CreateOwnerOptions = { token: string; account: NewAccount; now: Date };

export type CreateOwnerOutcome = 'created' | 'email_taken' | Exclude<OwnerLinkState, 'valid'>;

/**
 * Creates the owner of the default project and consumes the one-time link, all or nothing. If the link is
 * submitted twice, only the first submit succeeds.
 */
export async function createOwner({ token, account, now }: CreateOwnerOptions): Promise<CreateOwnerOutcome> {
  const { auth, database } = services();
  // Checked before the password is hashed: hashing is slow on purpose, and should not run without a valid link.
  const state = await readOwnerLink(database, token, now);
  if (state !== 'valid') return state;
  const { password: hasher } = await auth.$context;
  const password = await hasher.hash(account.password);
  const email = account.email.toLowerCase();
  return database.$transaction(async (transaction) => {
    if (await hasOwner(transaction)) return 'owner_exists';
    if ((await transaction.user.count({ where: { email } })) > 0) return 'email_taken';
    if (!(await consumeOwnerLink(transaction, token, now))) return 'invalid';
    const id = randomUUID();
    const { id: projectId } = await transaction.project.upsert({
      where: { slug: DEFAULT_PROJECT.slug },
      create: DEFAULT_PROJECT,
      update: {},
    });
    await transaction.user.create({
      data: {
        id,
        name: account.name,
        email,
        accounts: { create: { id: randomUUID(), accountId: id, providerId: 'credential', password } },
        memberships: { create: { projectId, role: 'owner' } },
      },
    });
    await transaction.auditEvent.create({
      data: { projectId, userId: id, action: 'owner.create', subjectType: 'user', subjectId: id, detail: {} },
    });
    return 'created';
  });
}
