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

describe('a run that wakes a conversation', () => {
  const spec = { timing: { kind: 'cron' as const, expressions: ['0 9 * * *'] } };
  const begin = (scheduleId: string, nominalAt: string) =>
    createScheduleActivities({ database }).beginScheduledRun({
      ...{ projectId, scheduleId, nominalAt, workflowRunId: nominalAt },
    });
  const rowOf = (scheduleId: string) => database.scheduledRun.findFirstOrThrow({ where: { scheduleId } });

  async function standing(): Promise<string> {
    const { conversationId } = await writeConversation(database, projectId, config, 'Watch.', {
      standing: true,
    });
    return conversationId;
  }

  it('is one wake-up, however often and by whomever its time is begun', async () => {
    const wakes = await standing();
    const scheduleId = await writeSchedule(database, projectId, { team: config, spec, wakes });
    const at = '2026-01-05T09:00:00.000Z';
    const first = await begin(scheduleId, at);
    expect(first).toMatchObject({ kind: 'woken', conversationId: wakes });
    expect(await begin(scheduleId, at)).toEqual(first);
    expect(await database.wakeUp.findMany({ where: { conversationId: wakes } })).toMatchObject([
      { source: 'schedule', key: `${scheduleId}:${at}`, state: 'waiting' },
    ]);
  });

  it('is refused when the conversation has ended, was deleted, or takes no more', async () => {
    const [ended, deleted, full] = [await standing(), await standing(), await standing()];
    const schedules = [];
    for (const wakes of [ended, deleted, full]) {
      schedules.push(await writeSchedule(database, projectId, { team: config, spec, wakes }));
    }
    await database.conversation.update({ where: { id: ended }, data: { standing: false } });
    await database.conversation.delete({ where: { id: deleted } });
    await database.wakeUp.createMany({
      data: Array.from({ length: 1_000 }, (_, number) => ({
        ...{ projectId, conversationId: full, source: 'message', key: String(number) },
        ...{ text: '', textSha256: '' },
      })),
    });
    const refusals = ['not_standing', 'conversation_deleted', 'wake_ups_full'];
    for (const [index, scheduleId] of schedules.entries()) {
      const refusal = refusals[index];
      expect(await begin(scheduleId, '2026-01-05T09:00:00.000Z')).toEqual({ kind: 'refused', refusal });
      expect(await rowOf(scheduleId)).toMatchObject({ state: 'refused', refusal, wakeUpId: null });
    }
  });

  it('counts the run that took several of its dates once against the money of a day', async () => {
    const wakes = await standing();
    const scheduleId = await writeSchedule(database, projectId, {
      ...{ team: config, spec, wakes, overlap: 'allow_all', costADayMicroUsd: 100n },
    });
    await begin(scheduleId, '2026-01-05T09:00:00.000Z');
    await begin(scheduleId, '2026-01-06T09:00:00.000Z');
    await database.wakeUp.updateMany({ where: { conversationId: wakes }, data: { state: 'taken', run: 0 } });
    const call = {
      ...{ projectId, conversationId: wakes, turn: 0, seq: 1, agent: 'writer', purpose: 'reply', attempt: 1 },
      ...{ writtenBy: 'run:1', model: 'demo', state: 'completed', requestOutline: {}, requestSha256: '' },
    };
    await database.modelCall.create({ data: { ...call, costMicroUsd: 60n } });
    expect(await begin(scheduleId, '2026-01-07T09:00:00.000Z')).toMatchObject({ kind: 'woken' });
    await database.modelCall.create({ data: { ...call, costMicroUsd: 40n } });
    expect(await begin(scheduleId, '2026-01-08T09:00:00.000Z')).toEqual({
      ...{ kind: 'refused', refusal: 'cost_a_day' },
    });
  });

  it('is left out under skip while an earlier one waits or is worked on, and waits until its end is written', async () => {
    const wakes = await standing();
    const scheduleId = await writeSchedule(database, projectId, { team: config, spec, wakes });
    await database.scheduleRevision.updateMany({
      where: { scheduleId },
      data: { effectiveAt: new Date('2026-01-01T00:00:00Z') },
    });
    await begin(scheduleId, '2026-01-05T09:00:00.000Z');
    expect(await begin(scheduleId, '2026-01-06T09:00:00.000Z')).toEqual({ kind: 'skipped' });
    await database.wakeUp.updateMany({ where: { conversationId: wakes }, data: { state: 'taken', run: 0 } });
    expect(await begin(scheduleId, '2026-01-07T09:00:00.000Z')).toEqual({ kind: 'skipped' });
    await database.conversationRun.updateMany({
      where: { conversationId: wakes },
      data: { state: 'finished', endedAt: new Date() },
    });
    await expect(begin(scheduleId, '2026-01-08T09:00:00.000Z')).rejects.toThrow('still going');
    await database.scheduledRun.updateMany({ where: { scheduleId }, data: { state: 'finished' } });
    expect(await begin(scheduleId, '2026-01-08T09:00:00.000Z')).toMatchObject({ kind: 'woken' });
  });

  it('is over when the run that took it has ended, and says how that did', async () => {
    const wakes = await standing();
    const scheduleId = await writeSchedule(database, projectId, { team: config, spec, wakes });
    const begun = await begin(scheduleId, '2026-01-05T09:00:00.000Z');
    if (begun.kind !== 'woken') throw new Error(begun.kind);
    const ref = { projectId, scheduleId, runId: begun.runId };
    const activities = createScheduleActivities({ database });
    expect(await activities.hasConversationEnded(ref)).toBe(false);
    await database.wakeUp.updateMany({ where: { conversationId: wakes }, data: { state: 'taken', run: 0 } });
    expect(await activities.hasConversationEnded(ref)).toBe(false);
    await expect(activities.endScheduledRun(ref)).rejects.toThrow('has not ended');
    await database.conversationRun.updateMany({
      where: { conversationId: wakes },
      data: { state: 'stopped', endedAt: new Date() },
    });
    expect(await activities.hasConversationEnded(ref)).toBe(true);
    await activities.endScheduledRun(ref);
    expect(await rowOf(scheduleId)).toMatchObject({ state: 'stopped', refusal: null });
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
