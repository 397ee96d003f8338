import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ScheduleInput,
  scheduleInputSchema,
} from '../../workflows/contracts/schedules/scheduleInput.ts';
import { readWakingSchedules } from '../app/data/conversations/readWakingSchedules.server.ts';
import { backfillSchedule } from '../app/data/schedules/backfillSchedule.server.ts';
import { createSchedule } from '../app/data/schedules/createSchedule.server.ts';
import { editCarriedOut } from '../app/data/schedules/editCarriedOut.server.ts';
import { listSchedules, readSchedule } from '../app/data/schedules/readSchedule.server.ts';
import { readScheduleDates } from '../app/data/schedules/readScheduleDates.server.ts';
import { steerSchedule } from '../app/data/schedules/steerSchedule.server.ts';
import { triggerSchedule } from '../app/data/schedules/triggerSchedule.server.ts';
import { updateSchedule } from '../app/data/schedules/updateSchedule.server.ts';
import { addConversation } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;
let other: TestProject;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  other = await world.addProject();
});
afterAll(async () => {
  await world.close();
});

function input(changes: object = {}): ScheduleInput {
  const timing = { kind: 'cron', expressions: ['0 9 * * *'] };
  return scheduleInputSchema.parse({
    name: 'Daily',
    task: 'Report',
    spec: { timing, timeZone: 'UTC' },
    ...changes,
  });
}

const newest = () => ({ teamId: project.teamId });

async function create(changes: object = {}): Promise<string> {
  const { scope, userId } = project;
  const made = { target: newest(), schedule: input(changes), idempotencyKey: randomUUID() };
  const created = await createSchedule(scope, userId, made);
  if (created.outcome !== 'created') throw new Error(created.outcome);
  return created.scheduleId;
}

const row = (id: string) => world.database.schedule.findUniqueOrThrow({ where: { id } });

/** Says that the server has gone by the first revision since a moment, and was last seen at another. */
async function standsSince(scheduleId: string, effectiveAt: string, seenAt: string) {
  const { projectId } = project.scope;
  await world.database.scheduleRevision.update({
    where: { scheduleId_revision: { scheduleId, revision: 1 }, projectId },
    data: { effectiveAt: new Date(effectiveAt) },
  });
  await world.database.schedule.update({
    where: { id: scheduleId },
    data: { seenAt: new Date(seenAt), unappliedSince: null },
  });
}

/** A run of a time that lasted a minute. */
async function addRun(scheduleId: string, at: string) {
  const { projectId } = project.scope;
  const nominalAt = new Date(at);
  const { id } = await world.database.scheduledRun.create({
    data: {
      ...{ projectId, scheduleId, nominalAt, kind: 'scheduled', state: 'finished', revision: 1 },
      ...{ startedAt: nominalAt, endedAt: new Date(nominalAt.getTime() + 60_000) },
    },
  });
  return id;
}

describe('a schedule', () => {
  it('is made once of one request, and the same key with another one is told so', async () => {
    const { scope, userId } = project;
    const request = { target: newest(), schedule: input(), idempotencyKey: randomUUID() };
    const both = await Promise.all([
      createSchedule(scope, userId, request),
      createSchedule(scope, userId, request),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).toMatchObject({ outcome: 'created' });
    const differing = { ...request, schedule: input({ name: 'Weekly' }) };
    expect((await createSchedule(scope, userId, differing)).outcome).toBe('differs');
  });

  it('is refused without a team of the project', async () => {
    const { scope, userId } = project;
    const target = { teamId: other.teamId };
    const request = { target, schedule: input(), idempotencyKey: randomUUID() };
    expect(await createSchedule(scope, userId, request)).toEqual({ outcome: 'unknown_team' });
  });

  it('is refused with a version of another team', async () => {
    const { scope, userId } = project;
    const version = await world.database.teamVersion.findFirstOrThrow({ where: { teamId: project.teamId } });
    const stranger = await world.database.team.create({
      data: { projectId: scope.projectId, name: 'Strangers' },
    });
    const create = (ofTeam: string) =>
      createSchedule(scope, userId, {
        target: { teamVersionId: version.id, ofTeam },
        schedule: input(),
        idempotencyKey: randomUUID(),
      });
    expect(await create(stranger.id)).toEqual({ outcome: 'unknown_team' });
    expect(await create(project.teamId)).toMatchObject({ outcome: 'created' });
  });

  it('is changed as a revision of its own, unless somebody was faster', async () => {
    const { scope, userId } = project;
    const scheduleId = await create();
    const timing = { kind: 'cron', expressions: ['0 12 29 2 *'] };
    const schedule = input({ name: 'Leap day', spec: { timing, timeZone: 'Europe/Berlin' } });
    const change = { scheduleId, target: newest(), schedule, revision: 1 };
    const both = await Promise.all([
      updateSchedule(scope, userId, change),
      updateSchedule(scope, userId, change),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'updated']);
    expect(await readSchedule(scope, scheduleId)).toMatchObject({
      ...{ name: 'Leap day', revision: 2, timeZone: 'Europe/Berlin', spec: { timing } },
    });
    const elsewhere = await updateSchedule(other.scope, other.userId, {
      ...{ ...change, revision: 2, target: { teamId: other.teamId } },
    });
    expect(elsewhere).toEqual({ outcome: 'not_found' });
  });

  it('is paused, resumed and deleted, each of which is left for a worker to do', async () => {
    const { scope, userId } = project;
    const scheduleId = await create();
    await standsSince(scheduleId, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
    expect(await steerSchedule(scope, userId, scheduleId, { kind: 'pause', note: 'Holiday' })).toBe('done');
    expect(await readSchedule(scope, scheduleId)).toMatchObject({ state: 'paused', pauseNote: 'Holiday' });
    expect((await row(scheduleId)).unappliedSince).not.toBeNull();
    await steerSchedule(scope, userId, scheduleId, { kind: 'resume', note: '' });
    expect((await readSchedule(scope, scheduleId))?.state).toBe('active');
    expect(await steerSchedule(other.scope, other.userId, scheduleId, { kind: 'delete' })).toBe('not_found');
    expect(await steerSchedule(scope, userId, scheduleId, { kind: 'delete' })).toBe('done');
    expect(await readSchedule(scope, scheduleId)).toBeNull();
    expect(await steerSchedule(scope, userId, scheduleId, { kind: 'pause', note: '' })).toBe('not_found');
    const { schedules } = await listSchedules(scope, { skip: 0, take: 100 });
    expect(schedules.map(({ id }) => id)).not.toContain(scheduleId);
  });
});

describe('a schedule that wakes a standing conversation', () => {
  const standing = () => addConversation(world.database, project, { state: 'sleeping', standing: true });
  const wake = (wakes: string, changes: object = {}) =>
    createSchedule(project.scope, project.userId, {
      target: { wakes },
      schedule: input(changes),
      idempotencyKey: randomUUID(),
    });

  it('names it, and is listed with those that wake it', async () => {
    const { scope } = project;
    const wakes = await standing();
    const made = await wake(wakes);
    if (made.outcome !== 'created') throw new Error(made.outcome);
    expect(await readSchedule(scope, made.scheduleId)).toMatchObject({
      team: null,
      wakes: { id: wakes, title: 'A conversation', standing: true },
    });
    const listed = await listSchedules(scope, { wakesId: wakes, skip: 0, take: 5 });
    expect(listed.schedules.map(({ id }) => id)).toEqual([made.scheduleId]);
    expect(await readWakingSchedules(scope, wakes)).toEqual([
      { id: made.scheduleId, name: 'Daily', isPaused: false, nextAt: null },
    ]);
    expect(await readWakingSchedules(other.scope, wakes)).toEqual([]);
  });

  it('is refused for one of another project, for one that is not standing, and with what does not go with it', async () => {
    const foreign = await addConversation(world.database, other, { state: 'sleeping', standing: true });
    const ended = await addConversation(world.database, project, { state: 'finished' });
    expect(await wake(foreign)).toEqual({ outcome: 'not_standing' });
    expect(await wake(ended)).toEqual({ outcome: 'not_standing' });
    const wrong = { overlap: 'cancel_other', carryOver: 'summary', task: null };
    expect(await wake(await standing(), wrong)).toEqual({
      outcome: 'not_for_waking',
      problems: ['overlap', 'carry_over', 'task'],
    });
  });

  it('takes another target in an edit, and shows what has become of a conversation', async () => {
    const { scope, userId } = project;
    const wakes = await standing();
    const scheduleId = await create();
    const edit = { scheduleId, schedule: input(), revision: 1 };
    expect(await updateSchedule(scope, userId, { ...edit, target: { wakes } })).toEqual({
      ...{ outcome: 'updated', revision: 2 },
    });
    expect(await row(scheduleId)).toMatchObject({ teamId: null, wakesId: wakes });
    await world.database.conversation.update({ where: { id: wakes }, data: { standing: false } });
    expect((await readSchedule(scope, scheduleId))?.wakes?.standing).toBe(false);
    await world.database.conversation.delete({ where: { id: wakes } });
    expect(await readSchedule(scope, scheduleId)).toMatchObject({ team: null, wakes: null });
    const back = { ...edit, revision: 2, target: newest() };
    expect(await updateSchedule(scope, userId, back)).toMatchObject({ outcome: 'updated' });
    expect(await row(scheduleId)).toMatchObject({ teamId: project.teamId, wakesId: null });
  });

  it('is not filled in under a policy that would end a run of the conversation', async () => {
    const made = await wake(await standing());
    if (made.outcome !== 'created') throw new Error(made.outcome);
    const { scheduleId } = made;
    const range = { from: '2026-01-01T00:00:00Z', until: '2026-01-03T00:00:00Z' } as const;
    const fill = (overlap: 'cancel_other' | 'allow_all') =>
      backfillSchedule(project.scope, project.userId, {
        ...{ scheduleId, range: { ...range, overlap }, idempotencyKey: randomUUID() },
      });
    expect(await fill('cancel_other')).toEqual({ outcome: 'not_for_waking' });
    expect(await fill('allow_all')).toMatchObject({ outcome: 'asked_for', times: 2 });
  });

  it('accounts for a date with the run that took its wake-up, what that cost, and what else it took', async () => {
    const { projectId } = project.scope;
    const conversationId = await standing();
    const made = await wake(conversationId);
    if (made.outcome !== 'created') throw new Error(made.outcome);
    const { scheduleId } = made;
    await standsSince(scheduleId, '2026-01-01T00:00:00Z', '2026-01-09T00:00:00Z');
    await world.database.conversationRun.create({
      data: {
        ...{ projectId, conversationId, run: 4, hasTask: true, revision: 1, state: 'stopped' },
        ...{ stopReason: 'Enough', endedAt: new Date('2026-01-01T09:05:00Z') },
      },
    });
    await world.database.message.create({
      data: {
        ...{ projectId, conversationId, run: 4, turn: 7, seq: 9, source: 'user', type: 'TextMessage' },
        ...{ content: 'Report', writtenBy: 'web:1', revision: 1 },
      },
    });
    await world.database.modelCall.create({
      data: {
        ...{ projectId, conversationId, turn: 7, seq: 10, agent: 'writer', purpose: 'reply', attempt: 1 },
        ...{ writtenBy: 'run:1', model: 'demo', state: 'completed', costMicroUsd: 250n },
        ...{ requestOutline: {}, requestSha256: '' },
      },
    });
    const wakeUp = (key: string, rest: object) =>
      world.database.wakeUp.create({
        data: {
          ...{ projectId, conversationId, key, text: '', textSha256: '', source: 'schedule' },
          ...rest,
        },
      });
    const taken = await wakeUp('one', { state: 'taken', run: 4 });
    await wakeUp('two', { state: 'taken', run: 4, source: 'webhook' });
    const waiting = await wakeUp('three', {});
    for (const [day, wakeUpId, state] of [
      ['01', taken.id, 'stopped'],
      ['02', waiting.id, 'running'],
    ] as const) {
      const nominalAt = new Date(`2026-01-${day}T09:00:00Z`);
      await world.database.scheduledRun.create({
        data: {
          ...{ projectId, scheduleId, nominalAt, wakeUpId, state, kind: 'scheduled', revision: 1 },
          ...{ startedAt: nominalAt, endedAt: state === 'running' ? null : nominalAt },
        },
      });
    }
    const range = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-01-02T23:00:00Z') };
    const read = await readScheduleDates(project.scope, scheduleId, { ...range, most: 10 });
    const conversation = { id: conversationId, title: 'A conversation' };
    expect(read?.dates.map(({ outcome }) => outcome.kind === 'run' && outcome.run)).toMatchObject([
      {
        state: 'stopped',
        conversation: { ...conversation, state: 'stopped', stopReason: 'Enough', costMicroUsd: 250 },
        wakeUp: { state: 'taken', run: 4, takenWith: 1 },
      },
      {
        state: 'running',
        conversation: { ...conversation, costMicroUsd: 0 },
        wakeUp: { state: 'waiting', run: null, takenWith: 0 },
      },
    ]);
  });
});

describe('a run by hand', () => {
  it('is asked for once of one form, and beside others at a second of its own', async () => {
    const { scope, userId } = project;
    const scheduleId = await create();
    const idempotencyKey = randomUUID();
    const first = await triggerSchedule(scope, userId, { scheduleId, idempotencyKey });
    expect(await triggerSchedule(scope, userId, { scheduleId, idempotencyKey })).toEqual(first);
    const second = await triggerSchedule(scope, userId, { scheduleId, idempotencyKey: randomUUID() });
    expect(second?.nominalAt).not.toEqual(first?.nominalAt);
    expect(await triggerSchedule(other.scope, other.userId, { scheduleId, idempotencyKey })).toBeNull();
  });
});

describe('a backfill', () => {
  const fill = (scheduleId: string, from: string, until: string, idempotencyKey: string = randomUUID()) => {
    const range = { from, until, overlap: 'buffer_all' } as const;
    return backfillSchedule(project.scope, project.userId, { scheduleId, range, idempotencyKey });
  };

  it('says how many times it has, and is one for one form', async () => {
    const scheduleId = await create();
    const key = randomUUID();
    const first = await fill(scheduleId, '2026-01-01T09:00:00Z', '2026-01-03T09:00:00Z', key);
    expect(first).toMatchObject({ outcome: 'asked_for', times: 3 });
    expect(await fill(scheduleId, '2026-01-01T09:00:00Z', '2026-01-03T09:00:00Z', key)).toEqual(first);
    expect(await world.database.scheduleBackfill.count({ where: { scheduleId } })).toBe(1);
  });

  it('is refused without times, with too many, and in the future', async () => {
    const scheduleId = await create();
    const ranges = [
      ['2026-01-01T09:00:01Z', '2026-01-02T08:59:59Z'],
      ['2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
      ['2026-01-01T00:00:00Z', new Date(Date.now() + 86_400_000).toISOString()],
    ] as const;
    const outcomes = await Promise.all(ranges.map(([from, until]) => fill(scheduleId, from, until)));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['no_times', 'too_many', 'not_past']);
  });
});

describe('what a run left for the next one', () => {
  it('is edited when it has ended, by a member of its project', async () => {
    const { scope, userId } = project;
    const scheduleId = await create();
    const runId = await addRun(scheduleId, '2026-01-01T09:00:00Z');
    const edit = { scheduleId, runId, text: 'Mind the harbour' };
    expect(await editCarriedOut(other.scope, other.userId, edit)).toBe(false);
    expect(await editCarriedOut(scope, userId, edit)).toBe(true);
    const asked = await triggerSchedule(scope, userId, { scheduleId, idempotencyKey: randomUUID() });
    expect(await editCarriedOut(scope, userId, { ...edit, runId: asked?.runId ?? '' })).toBe(false);
    const { carriedOut, carriedOutBy } = await world.database.scheduledRun.findUniqueOrThrow({
      where: { id: runId },
    });
    expect({ carriedOut, carriedOutBy }).toEqual({ carriedOut: 'Mind the harbour', carriedOutBy: userId });
  });
});

describe('the dates of a schedule', () => {
  const dates = async (scheduleId: string, from: string, until: string, most = 100) => {
    const range = { from: new Date(from), until: new Date(until), most };
    const page = await readScheduleDates(project.scope, scheduleId, range);
    return page?.dates.map(({ at, outcome }) => `${at.toISOString().slice(5, 10)} ${outcome.kind}`);
  };

  it('are those after the last run that was allowed, also on a page that begins after it', async () => {
    const scheduleId = await create({ maxRuns: 2 });
    await standsSince(scheduleId, '2026-01-01T00:00:00Z', '2026-01-09T00:00:00Z');
    await addRun(scheduleId, '2026-01-01T09:00:00Z');
    await addRun(scheduleId, '2026-01-02T09:00:00Z');
    expect(await dates(scheduleId, '2026-01-01T00:00:00Z', '2026-01-03T23:00:00Z')).toEqual([
      '01-01 run',
      '01-02 run',
      '01-03 after_last',
    ]);
    expect(await dates(scheduleId, '2026-01-04T00:00:00Z', '2026-01-05T23:00:00Z')).toEqual([
      '01-04 after_last',
      '01-05 after_last',
    ]);
  });

  it('are read page by page, each the same as in a list of all', async () => {
    const scheduleId = await create();
    await standsSince(scheduleId, '2026-01-01T00:00:00Z', '2026-01-09T00:00:00Z');
    for (const day of ['01', '02', '04', '05', '06']) await addRun(scheduleId, `2026-01-${day}T09:00:00Z`);
    const range = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-01-06T23:00:00Z') };
    const all = await readScheduleDates(project.scope, scheduleId, { ...range, most: 100 });
    expect(all?.counts).toMatchObject({ run: 5, missed: 1 });
    const paged = [];
    for (let { from } = range, hasMore = true; hasMore;) {
      const page = await readScheduleDates(project.scope, scheduleId, { ...range, from, most: 2 });
      paged.push(...(page?.dates ?? []));
      from = page?.dates.at(-1)?.at ?? from;
      hasMore = page?.hasMore ?? false;
    }
    expect(paged).toEqual(all?.dates);
  });

  it('missed at the end of a page are as late as the run after it says', async () => {
    const scheduleId = await create();
    await standsSince(scheduleId, '2026-01-01T00:00:00Z', '2026-01-09T00:00:00Z');
    await addRun(scheduleId, '2026-01-03T09:00:00Z');
    const range = { from: new Date('2026-01-02T00:00:00Z'), until: new Date('2026-01-02T23:00:00Z') };
    const page = await readScheduleDates(project.scope, scheduleId, { ...range, most: 10 });
    expect(page?.dates.map(({ outcome }) => outcome)).toEqual([{ kind: 'missed', lateBySeconds: 86_400 }]);
  });

  it('are of one project', async () => {
    const scheduleId = await create();
    const range = { from: new Date(0), until: new Date(), most: 1 };
    expect(await readScheduleDates(other.scope, scheduleId, range)).toBeNull();
  });
});
