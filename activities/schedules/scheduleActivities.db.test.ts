import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type Database } from '../../platform/database.ts';
import { writeConversation } from '../../test/support/conversationRows.ts';
import { rewriteSchedule, writeSchedule } from '../../test/support/scheduleRows.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import type { OverlapPolicy } from '../../workflows/domain/schedules/states.ts';
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
  const begin = (scheduleId: string, day: string, askedToEnd?: string) =>
    createScheduleActivities({ database }).beginScheduledRun({
      ...{ projectId, scheduleId, nominalAt: `2026-01-${day}T09:00:00.000Z`, workflowRunId: `run of ${day}` },
      ...(askedToEnd === undefined ? {} : { askedToEnd }),
    });

  /** A schedule whose first run has begun. */
  async function begunUnder(overlap: OverlapPolicy) {
    const scheduleId = await writeSchedule(database, projectId, {
      ...{ team: config, overlap, spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } } },
    });
    await database.scheduleRevision.updateMany({
      where: { scheduleId },
      data: { effectiveAt: new Date('2026-01-01T00:00:00Z') },
    });
    const begun = await begin(scheduleId, '05');
    if (begun.kind !== 'begun') throw new Error(`The first run is ${begun.kind}`);
    return { scheduleId, conversationId: begun.conversationId };
  }
  const end = (scheduleId: string) =>
    database.scheduledRun.updateMany({ where: { scheduleId }, data: { state: 'finished' } });

  it.each([
    ['buffer_all', true],
    ['buffer_one', true],
    ['allow_all', false],
  ] as const)('under %s waits for its end: %s', async (overlap, waits) => {
    const { scheduleId } = await begunUnder(overlap);
    if (waits) await expect(begin(scheduleId, '06')).rejects.toThrow('still going');
    else expect(await begin(scheduleId, '06')).toMatchObject({ kind: 'begun' });
    await end(scheduleId);
    expect(await begin(scheduleId, '07')).toMatchObject({ kind: 'begun' });
  });

  it('under skip is left out, and leaves no run; the next one begins', async () => {
    const { scheduleId } = await begunUnder('skip');
    expect(await begin(scheduleId, '06')).toEqual({ kind: 'skipped' });
    expect(await database.scheduledRun.count({ where: { scheduleId } })).toBe(1);
    await end(scheduleId);
    expect(await begin(scheduleId, '07')).toMatchObject({ kind: 'begun' });
  });

  it('under skip waits where the other one has ended and its end is still being written down', async () => {
    const { scheduleId, conversationId } = await begunUnder('skip');
    await database.conversation.update({
      where: { id: conversationId },
      data: { state: 'finished', endedAt: new Date() },
    });
    await expect(begin(scheduleId, '06')).rejects.toThrow('still going');
    await end(scheduleId);
    expect(await begin(scheduleId, '06')).toMatchObject({ kind: 'begun' });
  });

  it('under cancel_other has the other one ended, and waits for its end', async () => {
    const { scheduleId, conversationId } = await begunUnder('cancel_other');
    const first = { kind: 'end_first', conversationId };
    expect(await begin(scheduleId, '06')).toEqual(first);
    expect(await begin(scheduleId, '06', conversationId)).toEqual(first);
    await end(scheduleId);
    expect(await begin(scheduleId, '06', conversationId)).toMatchObject({ kind: 'begun' });
  });

  it('under terminate_other has the other one ended, and waits for nothing', async () => {
    const { scheduleId, conversationId } = await begunUnder('terminate_other');
    expect(await begin(scheduleId, '06')).toEqual({ kind: 'end_first', conversationId });
    expect(await begin(scheduleId, '06', conversationId)).toMatchObject({ kind: 'begun' });
  });

  it('begins where the policy was changed between the two: the server has decided by the new one', async () => {
    const { scheduleId } = await begunUnder('skip');
    await rewriteSchedule(
      database,
      { projectId, scheduleId },
      { overlap: 'allow_all', spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } } },
    );
    await database.scheduleRevision.updateMany({
      where: { scheduleId, revision: 2 },
      data: { effectiveAt: new Date('2026-01-05T12:00:00Z') },
    });
    expect(await begin(scheduleId, '06')).toMatchObject({ kind: 'begun' });
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
