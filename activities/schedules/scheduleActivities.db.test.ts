import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type Database } from '../../platform/database.ts';
import { writeConversation } from '../../test/support/conversationRows.ts';
import { writeSchedule } from '../../test/support/scheduleRows.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { createScheduleActivities } from './scheduleActivities.ts';

let testDatabase: Awaited<ReturnType<typeof openTestDatabase>>;
let database: Database;
let projectId: string;
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = createDatabase(testDatabase.url, { poolSize: 2 });
  const project = await database.project.create({ data: { slug: 'default', name: 'Default' } });
  projectId = project.id;
});
afterAll(async () => {
  await database.$disconnect();
  await testDatabase.close();
});

const config = team({ participants: [agent({ name: 'writer' })], maxTurns: 1 });

/** A run of a schedule whose conversation has just begun. */
async function runningRun() {
  const scheduleId = await writeSchedule(database, projectId, {
    team: config,
    spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } },
  });
  const { conversationId } = await writeConversation(database, projectId, config, 'Write the report.');
  await database.conversation.update({ where: { id: conversationId }, data: { state: 'running' } });
  const { id: runId } = await database.scheduledRun.create({
    data: {
      ...{ projectId, scheduleId, conversationId, kind: 'scheduled', state: 'running', revision: 1 },
      nominalAt: new Date('2026-01-01T09:00:00Z'),
    },
  });
  return { ref: { projectId, scheduleId, runId }, conversationId };
}

describe('a run that the server begins although the one before it is going', () => {
  /** Begins the run of a day as the server does, which says the day alone. */
  const begin = (scheduleId: string, day: string) =>
    createScheduleActivities({ database }).beginScheduledRun({
      ...{ projectId, scheduleId, nominalAt: `2026-01-${day}T09:00:00.000Z`, workflowRunId: `run of ${day}` },
    });

  it.each([
    ['buffer_all', true],
    ['buffer_one', true],
    ['allow_all', false],
  ] as const)('under %s waits for its end: %s', async (overlap, waits) => {
    const scheduleId = await writeSchedule(database, projectId, {
      ...{ team: config, overlap, spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } } },
    });
    await database.scheduleRevision.updateMany({
      where: { scheduleId },
      data: { effectiveAt: new Date('2026-01-01T00:00:00Z') },
    });
    expect(await begin(scheduleId, '05')).toMatchObject({ kind: 'begun' });
    if (waits) await expect(begin(scheduleId, '06')).rejects.toThrow('still going');
    else expect(await begin(scheduleId, '06')).toMatchObject({ kind: 'begun' });
    await database.scheduledRun.updateMany({ where: { scheduleId }, data: { state: 'finished' } });
    expect(await begin(scheduleId, '07')).toMatchObject({ kind: 'begun' });
  });
});

describe('a run of a schedule', () => {
  const activities = () => createScheduleActivities({ database });

  it('goes on as long as its conversation', async () => {
    const { ref } = await runningRun();
    expect(await activities().hasConversationEnded(ref)).toBe(false);
    await expect(activities().endScheduledRun(ref)).rejects.toThrow('has not ended');
  });

  it('is over with the first run of its conversation, which may go on with another task', async () => {
    const { ref, conversationId } = await runningRun();
    const endedAt = new Date('2026-01-01T09:05:00Z');
    await database.conversationRun.updateMany({
      where: { conversationId, run: 0 },
      data: { state: 'stopped', stopReason: 'Enough', endedAt },
    });
    await database.conversation.update({ where: { id: conversationId }, data: { run: 1, state: 'running' } });
    expect(await activities().hasConversationEnded(ref)).toBe(true);
    await activities().endScheduledRun(ref);
    const run = await database.scheduledRun.findUniqueOrThrow({ where: { id: ref.runId } });
    expect(run).toMatchObject({ state: 'stopped', endedAt });
  });
});
