import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { calendarColumns, closedForDays } from '../../test/support/calendars.ts';
import { openTasks } from '../../workflows/domain/conversation/openTasks.ts';
import { type PersonParticipant, team } from '../../workflows/domain/team.ts';
import { conversationStateQuery } from '../../workflows/messages.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { eventually } from './transcript.ts';

let colloquy: Colloquy;
beforeAll(async () => {
  colloquy = await startColloquy();
});
afterAll(() => colloquy.close());

const customer = (calendar: string): PersonParticipant => ({
  kind: 'person',
  name: 'customer',
  description: '',
  prompt: 'Which colour?',
  deadlineSeconds: 3,
  onDeadline: 'skip',
  asking: { assignees: [], remindAfterSeconds: [1], escalation: null, calendar },
});

const start = (calendar: string) => colloquy.start(team({ participants: [customer(calendar)], maxTurns: 1 }));

const deadlinesOf = async (conversationId: string) => {
  const state = await colloquy.handle(conversationId).query(conversationStateQuery);
  return openTasks(state).map(({ deadlineAtMs }) => deadlineAtMs);
};

it('a deadline is counted in working hours: while nobody works, it does not pass', async () => {
  const { calendar, opensAtMs } = closedForDays();
  const { projectId, database } = colloquy;
  const { id } = await database.workingCalendar.create({
    data: { projectId, name: 'Office', ...calendarColumns(calendar) },
  });
  const conversationId = await start('Office');
  const task = await openTask(colloquy, conversationId);
  const dueMs = opensAtMs + 3_000;
  expect(task.deadlineAt?.getTime()).toBe(dueMs);
  await eventually(
    () => deadlinesOf(conversationId),
    ([deadline]) => deadline === dueMs,
  );

  // A worker that takes the workflow up from its history waits as long; the calendar may be gone by then.
  await database.workingCalendar.delete({ where: { id } });
  await colloquy.stopWorker();
  await colloquy.startWorker();
  expect(await deadlinesOf(conversationId)).toEqual([dueMs]);
  await answer(colloquy, conversationId, task.id, 'reply', { words: 'Blue' });
  expect(await colloquy.handle(conversationId).result()).toMatchObject({ state: 'finished' });
});

it('all hours count where the project has no such calendar', async () => {
  const conversationId = await start('Nowhere');
  expect(await colloquy.handle(conversationId).result()).toMatchObject({ state: 'finished' });
  expect(await colloquy.database.humanTask.findFirstOrThrow({ where: { conversationId } })).toMatchObject({
    state: 'expired',
    detail: { asked: { calendar: { name: 'Nowhere', timeZone: null } } },
  });
});
