import type { Database } from '../../../../platform/database.ts';
import { DEFAULT_PROJECT } from './defaultProject.ts';

/** Makes somebody who has just signed up a member of the default project. */
export async function joinDefaultProject(database: Database, userId: string): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { id: projectId } = await transaction.project.upsert({
      where: { slug: DEFAULT_PROJECT.slug },
      create: DEFAULT_PROJECT,
      update: {},
    });
    await transaction.membership.create({ data: { projectId, userId, role: 'member' } });
    await transaction.auditEvent.create({
      data: { projectId, userId, action: 'member.join', subjectType: 'user', subjectId: userId, detail: {} },
    });
  });
}
