import { randomUUID } from 'node:crypto';
import type { Database } from '../../../platform/database.ts';
import { openTestDatabase } from '../../../test/support/testDatabase.ts';
import { agent, team, type TeamConfig } from '../../../workflows/domain/team.ts';
import { type ProjectScope, scopeOfMembership } from '../../app/data/accounts/projectScope.server.ts';
import { services } from '../../app/services.server.ts';

/** A project with a member and a team, as the data functions see it. */
export interface TestProject {
  scope: ProjectScope;
  userId: string;
  teamId: string;
  teamVersionId: string;
}

export interface DataWorld {
  url: string;
  database: Database;
  /** Creates another project, unrelated to all others. */
  addProject: () => Promise<TestProject>;
  close: () => Promise<void>;
}

export const TEST_TEAM: TeamConfig = team({
  description: '',
  participants: [
    agent({ name: 'writer', description: '', systemMessage: 'Write.' }),
    agent({ name: 'critic', description: '', systemMessage: '' }),
  ],
  termination: { kind: 'max_messages', maxMessages: 5, includeAgentEvents: false },
});

/**
 * The web process's services on a database of the test's own; Temporal cannot be reached, since nothing listens on
 * its port. Data functions find them through services().
 */
export async function openDataWorld(): Promise<DataWorld> {
  const test = await openTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: test.url,
    SESSION_SECRET: 'a secret of the tests, longer than it has to be',
    TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'] ?? '127.0.0.1:9',
    LOG_LEVEL: 'silent',
  });
  const { database, close } = services();
  return {
    url: test.url,
    database,
    addProject: () => addProject(database),
    close: async () => {
      await close();
      await test.close();
    },
  };
}

async function addProject(database: Database): Promise<TestProject> {
  const userId = randomUUID();
  const project = await database.project.create({
    data: { slug: userId, name: 'A project', memberships: { create: [] } },
  });
  await database.user.create({
    data: { id: userId, name: 'Ada', email: `${userId}@example.test`, emailVerified: true },
  });
  const team = await database.team.create({
    data: {
      projectId: project.id,
      name: 'Editors',
      versions: {
        create: {
          projectId: project.id,
          version: 1,
          description: '',
          config: JSON.parse(JSON.stringify(TEST_TEAM)) as object,
        },
      },
    },
    include: { versions: true },
  });
  return {
    scope: scopeOfMembership({ projectId: project.id }),
    userId,
    teamId: team.id,
    teamVersionId: team.versions[0]?.id ?? '',
  };
}
